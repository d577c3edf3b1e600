package dev.plumbline.debt;

/**
 * What is usual in a pod, from its own past; in force for a day.
 *
 * @param n episodes behind it; with fewer than {@link #ENOUGH} nothing is known
 * @param medianSeconds half of them took no longer, effective seconds
 * @param p75Seconds three quarters took no longer
 * @param p90Seconds nine tenths took no longer
 */
public record Baseline(long n, long medianSeconds, long p75Seconds, long p90Seconds) {

    /** With fewer episodes nothing is owed. */
    public static final long ENOUGH = 30;

    boolean isKnown() {
        return n >= ENOUGH;
    }
}
