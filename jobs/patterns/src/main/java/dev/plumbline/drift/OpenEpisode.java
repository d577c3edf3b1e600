package dev.plumbline.drift;

/**
 * An episode that is not over, at a tick.
 *
 * @param told its age at the tick before, on the scale of {@link Episode#value}; negative infinity
 *     where it was not open then
 * @param age its age now
 * @param stratum what explains a part of its age
 */
public record OpenEpisode(String item, float told, float age, Stratum stratum) {

    /** One of which nothing else is known. */
    public OpenEpisode(String item, float told, float age) {
        this(item, told, age, Stratum.NONE);
    }
}
