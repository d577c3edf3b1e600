package dev.plumbline.statistics;

/**
 * Exact quantiles of a sample as the inverse of its empirical distribution: the smallest value that
 * at least the share {@code q} of the sample does not exceed. Always a value of the sample.
 *
 * <p>Source: type 1 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The
 * American Statistician 50 (1996) 361-365.
 */
public final class Quantiles {
    /** Shares this close are equal: 0.1 is not a binary number. */
    static final double TOLERANCE = 1e-9;

    private Quantiles() {}

    /**
     * The smallest value that at least the share {@code q} does not exceed.
     *
     * @param sorted the sample in ascending order
     * @param q in (0, 1]
     * @throws IllegalArgumentException for an empty sample or a q outside (0, 1]
     */
    public static long type1(long[] sorted, double q) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("An empty sample has no quantile");
        }
        requireShare(q);
        int rank = (int) Math.ceil(sorted.length * (q - TOLERANCE));
        return sorted[Math.max(1, rank) - 1];
    }

    static void requireShare(double q) {
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException("A quantile is asked for q in (0, 1], not " + q);
        }
    }
}
