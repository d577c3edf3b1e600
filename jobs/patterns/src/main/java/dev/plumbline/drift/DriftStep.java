package dev.plumbline.drift;

/**
 * What came of an episode or a tick.
 *
 * @param told the row that has changed; null where none has
 */
public record DriftStep(DriftState state, DriftSignal told) {}
