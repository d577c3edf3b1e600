package dev.plumbline.drift;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many times as long items last as in the reference: e to the median of all pairwise
 * differences of logarithms, with the interval of those order statistics of the differences that
 * the Mann-Whitney distribution (normal approximation, as Moses) puts its bounds at.
 *
 * <p>Sources: J. L. Hodges and E. L. Lehmann, Estimates of Location Based on Rank Tests, Annals of
 * Mathematical Statistics 34 (1963) 598-611; M. Hollander, D. A. Wolfe and E. Chicken,
 * Nonparametric Statistical Methods (2014), sections 4.2 and 4.3.
 */
public final class HodgesLehmann {

    /** Differences that are listed at most. */
    private static final int FEW = 64;

    private HodgesLehmann() {}

    /**
     * The ratio of current by reference.
     *
     * @param reference logarithms, ascending, at least one
     * @param current logarithms, ascending, at least one
     * @param confidence of the interval, such as 0.8
     */
    public static Ratio ratio(float[] reference, float[] current, double confidence) {
        long pairs = (long) reference.length * current.length;
        double middle =
                (difference(reference, current, (pairs + 1) / 2)
                                + difference(reference, current, pairs / 2 + 1))
                        / 2;
        long cut = cut(reference.length, current.length, confidence);
        return new Ratio(
                StrictMath.exp(middle),
                StrictMath.exp(difference(reference, current, cut)),
                StrictMath.exp(difference(reference, current, pairs + 1 - cut)));
    }

    /** Which difference, counted from the smallest, is the lower bound. */
    private static long cut(int reference, int current, double confidence) {
        double pairs = (double) reference * current;
        double quantile =
                new NormalDistribution(null, 0, 1)
                        .inverseCumulativeProbability((1 + confidence) / 2);
        double deviation = StrictMath.sqrt(pairs * (reference + current + 1) / 12);
        return Math.max(1, (long) Math.floor(pairs / 2 - quantile * deviation));
    }

    /**
     * The k-th smallest difference: the range it can lie in is halved, and the differences below
     * are counted, until few enough are left to be listed. No list of all pairs is made.
     */
    private static double difference(float[] reference, float[] current, long k) {
        double low = (double) current[0] - reference[reference.length - 1];
        double high = (double) current[current.length - 1] - reference[0];
        long below = countUpTo(reference, current, low);
        if (below >= k) {
            return low;
        }
        long upTo = (long) reference.length * current.length;
        while (upTo - below > FEW) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                return high;
            }
            long count = countUpTo(reference, current, middle);
            if (count >= k) {
                high = middle;
                upTo = count;
            } else {
                low = middle;
                below = count;
            }
        }
        double[] left = between(reference, current, low, high, (int) (upTo - below));
        return left[(int) (k - below - 1)];
    }

    /** The differences above the one and up to the other, ascending. */
    private static double[] between(
            float[] reference, float[] current, double low, double high, int size) {
        double[] between = new double[size];
        int found = 0;
        int from = 0;
        for (float value : reference) {
            while (from < current.length && (double) current[from] - value <= low) {
                from++;
            }
            for (int at = from; at < current.length; at++) {
                double difference = (double) current[at] - value;
                if (difference > high) {
                    break;
                }
                between[found] = difference;
                found++;
            }
        }
        Arrays.sort(between);
        return between;
    }

    private static long countUpTo(float[] reference, float[] current, double difference) {
        long count = 0;
        int upTo = 0;
        for (float value : reference) {
            while (upTo < current.length && (double) current[upTo] - value <= difference) {
                upTo++;
            }
            count += upTo;
        }
        return count;
    }
}
