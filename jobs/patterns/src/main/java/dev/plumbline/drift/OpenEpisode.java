package dev.plumbline.drift;

/**
 * An episode that is not over, at a tick.
 *
 * @param told its age at the tick before, on the scale of {@link Episode#value}; negative infinity
 *     where it was not open then
 * @param age its age now
 */
public record OpenEpisode(String item, float told, float age) {}
