package dev.plumbline.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The product-limit estimate S(t) of the share of durations longer than t, from durations that
 * ended and durations that are still running (right-censored). S falls at each ended duration by
 * the factor 1 - ended / at risk; of equal durations the ended ones come first, the running ones
 * are still at risk then.
 *
 * <p>Where nothing is censored its quantiles are those of type 1, the inverse of the empirical
 * distribution, and its restricted mean is the plain mean, to the last digit. The order of the
 * durations does not matter.
 *
 * <p>Sources: E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations,
 * Journal of the American Statistical Association 53 (1958) 457-481; R. J. Hyndman and Y. Fan,
 * Sample Quantiles in Statistical Packages, The American Statistician 50 (1996) 361-365.
 */
public final class SurvivalCurve {
    /** Shares this close are equal: 0.1 is not a binary number. */
    private static final double TOLERANCE = 1e-9;

    private final long[] ended;
    private final long[] running;

    /** Distinct ended durations, ascending, and S right after each of them. */
    private final long[] times;

    private final double[] survival;

    private SurvivalCurve(long[] ended, long[] running) {
        this.ended = ended;
        this.running = running;
        times = distinct(ended);
        survival = new double[times.length];
        follow();
    }

    /**
     * The curve of these durations.
     *
     * @param ended durations that were seen to end, any order, any unit
     * @param running how long the others have been running so far, in the same unit
     * @throws IllegalArgumentException for a negative duration
     */
    public static SurvivalCurve of(long[] ended, long[] running) {
        return new SurvivalCurve(sorted(ended), sorted(running));
    }

    private static long[] distinct(long[] sorted) {
        long[] times = new long[sorted.length];
        int n = 0;
        for (long duration : sorted) {
            if (n == 0 || times[n - 1] != duration) {
                times[n++] = duration;
            }
        }
        return Arrays.copyOf(times, n);
    }

    private static long[] sorted(long[] durations) {
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException("A duration cannot be negative: " + sorted[0]);
        }
        return sorted;
    }

    /**
     * Between two censorings the product telescopes to a single fraction; taken like that it is
     * exact where nothing is censored, and rounds once per censoring instead of once per duration.
     */
    private void follow() {
        int seen = 0;
        int censored = 0;
        double base = 1;
        int baseAtRisk = observations();
        for (int step = 0; step < times.length; step++) {
            int censoredBefore = censored;
            while (censored < running.length && running[censored] < times[step]) {
                censored++;
            }
            int atRisk = observations() - seen - censored;
            if (censored > censoredBefore) {
                base = step == 0 ? 1 : survival[step - 1];
                baseAtRisk = atRisk;
            }
            while (seen < ended.length && ended[seen] == times[step]) {
                seen++;
                atRisk--;
            }
            survival[step] = base * atRisk / baseAtRisk;
        }
    }

    private int observations() {
        return ended.length + running.length;
    }

    /**
     * The smallest t with S(t) &lt;= 1 - q (tolerance 1e-9); empty where the curve does not come
     * down so far, as the longest durations are still running.
     *
     * @param q in (0, 1]
     */
    public OptionalDouble quantile(double q) {
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException("A quantile is asked for q in (0, 1], not " + q);
        }
        double share = 1 - q + TOLERANCE;
        for (int step = 0; step < times.length; step++) {
            if (survival[step] <= share) {
                return OptionalDouble.of((double) times[step]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The area under S up to the longest duration: a lower bound of the mean where the longest one
     * is still running.
     *
     * @throws IllegalStateException where there is no duration at all
     */
    public double restrictedMean() {
        if (observations() == 0) {
            throw new IllegalStateException("No duration, no mean");
        }
        if (running.length == 0) {
            long sum = 0;
            for (long duration : ended) {
                sum += duration;
            }
            return (double) sum / ended.length;
        }
        double area = 0;
        double height = 1;
        long at = 0;
        for (int step = 0; step < times.length; step++) {
            area += height * (times[step] - at);
            at = times[step];
            height = survival[step];
        }
        long longestRunning = running[running.length - 1];
        return longestRunning > at ? area + height * (longestRunning - at) : area;
    }
}
