package dev.plumbline.stall;

import java.time.Instant;

/**
 * A silent item and what the pod has said of it.
 *
 * @param stall null until it is detected
 * @param toldAt when the pod heard of it
 * @param nextAt when the next severity is reached if the day's baseline stays in force; null where
 *     there is none left
 */
public record Silence(SilentItem item, Stall stall, Instant toldAt, Instant nextAt) {}
