package dev.plumbline.drift;

import java.util.Arrays;

/**
 * How much hazard of being completed an item of that age has been through while the pod works as in
 * the reference: Lambda(y) of Nelson and Aalen, the sum over completions up to y of one by those
 * still at risk. Its own Lambda at completion is about exponential with mean 1 (Cox and Snell). Up
 * to the last completion it depends on ranks only; beyond, the hazard goes on like that of a normal
 * distribution of y, which is a lognormal of durations.
 *
 * <p>An episode is watched up to a limit: one that may never be completed must not be taken for a
 * pod that has stopped. Those that lapsed there were at risk all the time and not completed.
 *
 * <p>Sources: O. Aalen, Nonparametric Inference for a Family of Counting Processes, Annals of
 * Statistics 6 (1978) 701-726; D. R. Cox and E. J. Snell, A General Definition of Residuals,
 * Journal of the Royal Statistical Society B 30 (1968) 248-275.
 *
 * @param values completed, ascending, on the logarithmic scale
 * @param hazards Lambda just after each of them
 * @param location of the normal distribution beyond the last of them: the median
 * @param scale of it: from the median to the 90th percentile by 1.2816; infinite where some lapsed
 *     and the hazard is known not to go on
 * @param limit the age up to which an episode is watched
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; 4 bytes per value
public record CumulativeHazard(
        float[] values, float[] hazards, double location, double scale, double limit) {

    private static final double HIGH_SHARE = 0.9;
    private static final double HIGH_QUANTILE = 1.2815515655446004;
    private static final double LEAST_SCALE = 0.1;

    /**
     * Of a reference.
     *
     * @param completed ascending, at least one
     * @param open ages of items that were open then, ascending
     */
    public static CumulativeHazard of(float[] completed, float[] open) {
        float[] hazards = new float[completed.length];
        double sum = 0;
        int openBelow = 0;
        int next;
        for (int at = 0; at < completed.length; at = next) {
            next = at;
            while (next < completed.length && completed[next] == completed[at]) {
                next++;
            }
            while (openBelow < open.length && open[openBelow] < completed[at]) {
                openBelow++;
            }
            int atRisk = completed.length - at + open.length - openBelow;
            sum += (double) (next - at) / atRisk;
            Arrays.fill(hazards, at, next, (float) sum);
        }
        double median = quantile(completed, 0.5);
        double high = quantile(completed, HIGH_SHARE);
        double scale = Math.max(LEAST_SCALE, (high - median) / HIGH_QUANTILE);
        return new CumulativeHazard(completed, hazards, median, scale, Double.POSITIVE_INFINITY);
    }

    /**
     * Of a reference whose episodes are watched up to a limit.
     *
     * @param completed ascending, at least one
     * @param lapsed so many reached the limit in that time, whether completed later or not
     */
    static CumulativeHazard upTo(double limit, float[] completed, double lapsed) {
        CumulativeHazard all = of(completed, new float[0]);
        int within = all.countUpTo(limit);
        float[] hazards = new float[completed.length];
        double sum = 0;
        int next;
        for (int at = 0; at < completed.length; at = next) {
            next = at;
            while (next < completed.length && completed[next] == completed[at]) {
                next++;
            }
            if (at < within) {
                sum += (next - at) / (within - at + lapsed);
            }
            Arrays.fill(hazards, at, next, (float) sum);
        }
        double scale = lapsed > 0 ? Double.POSITIVE_INFINITY : all.scale;
        return new CumulativeHazard(completed, hazards, all.location, scale, limit);
    }

    /** Whether one of that duration was completed while it was watched. */
    boolean isWatched(double value) {
        return value <= limit;
    }

    /** Lambda at that age. */
    public double at(double age) {
        double watched = Math.min(limit, age);
        int below = countUpTo(watched);
        double hazard = below == 0 ? 0 : hazards[below - 1];
        if (below < values.length) {
            return hazard;
        }
        double last = values[values.length - 1];
        return hazard
                + StandardHazard.at((watched - location) / scale)
                - StandardHazard.at((last - location) / scale);
    }

    private int countUpTo(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The value below which that share of them lies, between neighbours in proportion. */
    static double quantile(float[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int at = (int) place;
        int next = Math.min(ascending.length - 1, at + 1);
        return ascending[at] + (place - at) * (ascending[next] - ascending[at]);
    }
}
