package dev.plumbline.pod;

import dev.plumbline.statistics.SurvivalCurve;
import java.util.OptionalDouble;

/**
 * The figures of one metric. A figure that cannot be computed is null with a reason, never 0.
 *
 * @param n episodes behind it; null where that is suppressed too
 * @param value mean, count or ratio
 * @param nullReason why a figure is missing, null where none is
 */
public record Measure(
        Long n, Double value, Double p50, Double p75, Double p90, Double p95, String nullReason) {

    /** Nothing of that kind happened in the window. */
    public static final String NO_DATA = "no_data";

    /** So much is still open that the quantile is not reached yet. */
    public static final String CENSORED = "censored";

    /** Fewer than two people contribute: the figure would be about a person. */
    public static final String SUPPRESSED = "suppressed";

    /** Too few contribute for the figure to mean anything. */
    public static final String TOO_FEW = "too_few";

    static Measure count(long count) {
        return new Measure(count, (double) count, null, null, null, null, null);
    }

    static Measure amount(long n, double value) {
        return new Measure(n, value, null, null, null, null, null);
    }

    static Measure tooFew(long n) {
        return new Measure(n, null, null, null, null, null, TOO_FEW);
    }

    static Measure ratio(long numerator, long denominator, long n) {
        if (denominator == 0) {
            return noData();
        }
        return new Measure(n, (double) numerator / denominator, null, null, null, null, null);
    }

    static Measure noData() {
        return new Measure(0L, null, null, null, null, null, NO_DATA);
    }

    static Measure suppressed() {
        return new Measure(null, null, null, null, null, null, SUPPRESSED);
    }

    /**
     * Quantiles and mean of durations of which some are still running. With none running these are
     * the plain ones.
     *
     * @param ended seconds of those that ended
     * @param running seconds so far of those that were cut short or still run
     */
    static Measure durations(long[] ended, long[] running) {
        if (ended.length == 0) {
            return new Measure(
                    0L, null, null, null, null, null, running.length == 0 ? NO_DATA : CENSORED);
        }
        SurvivalCurve curve = SurvivalCurve.of(ended, running);
        Double p95 = boxed(curve.quantile(0.95));
        return new Measure(
                (long) ended.length,
                curve.restrictedMean(),
                boxed(curve.quantile(0.50)),
                boxed(curve.quantile(0.75)),
                boxed(curve.quantile(0.90)),
                p95,
                p95 == null ? CENSORED : null);
    }

    private static Double boxed(OptionalDouble quantile) {
        return quantile.isPresent() ? quantile.getAsDouble() : null;
    }
}
