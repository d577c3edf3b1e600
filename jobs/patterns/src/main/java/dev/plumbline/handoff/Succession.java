package dev.plumbline.handoff;

import java.time.Instant;

/**
 * The run-length encoded sequence of owners (or of groups) of an item, nulls left out, reduced to
 * what bounces need. Position k is a bounce when value(k) = value(k-2).
 *
 * @param last the value at the end of the sequence, null while it is empty
 * @param beforeLast the value before it, null while there is none
 * @param changes length of the sequence less one, 0 while it is empty
 * @param firstBounceAt instant of the first bounce, null before
 * @param lastBounceAt instant of the last bounce, null before
 */
public record Succession(
        String last,
        String beforeLast,
        int changes,
        int bounces,
        Instant firstBounceAt,
        Instant lastBounceAt) {

    /** Nobody yet. */
    public static final Succession EMPTY = new Succession(null, null, 0, 0, null, null);

    /** The ball goes to {@code value}; nobody and the same one again change nothing. */
    public Succession next(String value, Instant at) {
        if (value == null || value.equals(last)) {
            return this;
        }
        if (last == null) {
            return new Succession(value, null, 0, 0, null, null);
        }
        if (!value.equals(beforeLast)) {
            return new Succession(value, last, changes + 1, bounces, firstBounceAt, lastBounceAt);
        }
        Instant first = firstBounceAt == null ? at : firstBounceAt;
        return new Succession(value, last, changes + 1, bounces + 1, first, at);
    }

    /** Two or more bounces. */
    public boolean isPingPong() {
        return bounces >= 2;
    }

    /** Seconds from the first to the last bounce, 0 with fewer than two. */
    public long pingPongSeconds() {
        return isPingPong() ? lastBounceAt.getEpochSecond() - firstBounceAt.getEpochSecond() : 0;
    }
}
