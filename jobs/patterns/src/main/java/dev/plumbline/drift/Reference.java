package dev.plumbline.drift;

import java.util.Arrays;

/**
 * What was usual: a frozen window of a pod's episodes.
 *
 * @param hazard with the values, ascending
 * @param own how many of them are the pod's own; the others are quantiles of the organisation,
 *     around the pod's median
 * @param itemsPerWeek episodes in a week of 40 working hours
 * @param ownMedian of the pod's own, with nothing subtracted: what a person can check
 * @param sinceMinute when the first of its own was completed, minutes since 1970; 0 where that does
 *     not matter
 * @param frozenMinute when the last one was, and it was frozen
 */
public record Reference(
        CumulativeHazard hazard,
        int own,
        double itemsPerWeek,
        double ownMedian,
        int sinceMinute,
        int frozenMinute) {

    /** Episodes that make a reference. */
    public static final int FULL = 100;

    /** Fewer of its own are padded from the organisation. */
    public static final int LEAST = 30;

    /** With fewer of its own a pod says nothing about itself. */
    public static final int LEAST_OWN = 8;

    private static final float[] NONE_OPEN = {};

    /**
     * Of values of which nothing is explained by their strata.
     *
     * @param values the pod's own, in any order
     * @param residuals of the organisation: quantiles of value less the pod's median, ascending;
     *     empty where nothing is known
     */
    static Reference of(float[] values, float[] residuals, double itemsPerWeek) {
        return of(values, values, residuals, itemsPerWeek);
    }

    /**
     * Freezes values.
     *
     * @param values less the effects of their strata
     * @param asTheyWere the same with nothing subtracted
     */
    static Reference of(
            float[] values, float[] asTheyWere, float[] residuals, double itemsPerWeek) {
        float[] own = values.clone();
        Arrays.sort(own);
        float[] raw = asTheyWere.clone();
        Arrays.sort(raw);
        int padding = residuals.length == 0 ? 0 : Math.max(0, LEAST - own.length);
        float[] all = Arrays.copyOf(own, own.length + padding);
        double median = CumulativeHazard.quantile(own, 0.5);
        for (int pad = 0; pad < padding; pad++) {
            double place = (pad + 0.5) / padding * residuals.length;
            all[own.length + pad] = (float) (median + residuals[(int) place]);
        }
        Arrays.sort(all);
        return new Reference(
                CumulativeHazard.of(all, NONE_OPEN),
                own.length,
                itemsPerWeek,
                CumulativeHazard.quantile(raw, 0.5),
                0,
                0);
    }

    /** Of durations that are watched up to a limit, which so many others reached in that time. */
    Reference watchedUpTo(double limit, double lapsed) {
        CumulativeHazard watched = CumulativeHazard.upTo(limit, values(), lapsed);
        return new Reference(watched, own, itemsPerWeek, ownMedian, sinceMinute, frozenMinute);
    }

    Reference frozen(int since, int at) {
        return new Reference(hazard, own, itemsPerWeek, ownMedian, since, at);
    }

    float[] values() {
        return hazard.values();
    }

    int size() {
        return hazard.values().length;
    }

    /** Of a share: how many of the reference are counted. */
    int having() {
        int having = 0;
        for (float value : values()) {
            having += value > 0 ? 1 : 0;
        }
        return having;
    }

    /** Of a share: how usual it is to be counted. */
    double share() {
        return RateShift.usual(having(), size());
    }
}
