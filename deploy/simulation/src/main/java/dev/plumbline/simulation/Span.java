package dev.plumbline.simulation;

import java.time.Instant;

/**
 * From one instant to another.
 *
 * @param until exclusive
 */
record Span(Instant from, Instant until) {
    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean overlaps(Instant first, Instant last) {
        return from.isBefore(last) && until.isAfter(first);
    }
}
