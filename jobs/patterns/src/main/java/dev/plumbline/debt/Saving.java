package dev.plumbline.debt;

/**
 * What the episodes of a category that ended in a week saved against the median: negative where
 * they took longer.
 *
 * @param n episodes
 * @param seconds sum of median minus observed
 */
public record Saving(long n, long seconds) {

    static final Saving NONE = new Saving(0, 0);

    /** With fewer a good week is luck. */
    static final long ENOUGH = 5;

    static Saving of(long seconds) {
        return new Saving(1, seconds);
    }

    Saving plus(Saving other) {
        return new Saving(n + other.n, seconds + other.seconds);
    }

    /** What of it pays debt. */
    long pays() {
        return n >= ENOUGH ? Math.max(0, seconds) : 0;
    }
}
