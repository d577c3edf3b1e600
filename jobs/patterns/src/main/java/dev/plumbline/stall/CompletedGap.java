package dev.plumbline.stall;

import java.time.Instant;

/**
 * A gap between two signs of work, for the history of its pod.
 *
 * @param at when it was known to be over; its day is the one it counts on
 */
public record CompletedGap(Stratum stratum, String pod, Instant at, long effectiveMillis) {}
