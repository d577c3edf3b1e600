package dev.plumbline.drift;

import java.util.Arrays;

/**
 * At which evidence a detector alarms, so that in a pod that works as in its reference it does so
 * once in ARL0 items (weeks, for open items) on average: found by simulation, see {@code
 * deploy/benchmarks} and {@link ThresholdTable}.
 *
 * <p>Rank scores do not depend on the distribution of durations. What the thresholds depend on is
 * the size of the reference, which is itself drawn by chance, and how alike successive items are.
 *
 * @param threshold of the evidence
 * @param arl0 what it stands for; less than was asked for where the reference is too small to hold
 *     so low an alarm rate
 */
public record Thresholds(double threshold, double arl0) {

    private static final ThresholdTable LEVEL = ThresholdTable.shipped("level-thresholds.csv");
    private static final ThresholdTable TAIL = ThresholdTable.shipped("tail-thresholds.csv");
    private static final ThresholdTable RISE = ThresholdTable.shipped("rise-thresholds.csv");
    private static final ThresholdTable FALL = ThresholdTable.shipped("fall-thresholds.csv");
    private static final ThresholdTable SURVIVAL =
            ThresholdTable.shipped("survival-thresholds.csv");

    private static final double ROUNDS = 50;

    /**
     * Of {@link LevelShift}, in either direction.
     *
     * @param autocorrelation of successive items, first order
     * @param arl0 items
     */
    public static Thresholds level(int reference, double autocorrelation, double arl0) {
        return attained(LEVEL, arl0, reference, autocorrelation);
    }

    /** Of {@link TailShift}. */
    public static Thresholds tail(int reference, double autocorrelation, double arl0) {
        return attained(TAIL, arl0, reference, autocorrelation);
    }

    /**
     * Of {@link RateShift#rise}.
     *
     * @param usual share in the reference
     */
    public static Thresholds rise(int reference, double usual, double arl0) {
        return attained(RISE, arl0, reference, usual);
    }

    /** Of {@link RateShift#fall}. */
    public static Thresholds fall(int reference, double usual, double arl0) {
        return attained(FALL, arl0, reference, usual);
    }

    /**
     * Of {@link SurvivalCusum}.
     *
     * @param weeks of working time between two false alarms
     */
    public static Thresholds survival(
            int reference, double autocorrelation, double itemsPerWeek, double weeks) {
        return attained(SURVIVAL, weeks, reference, autocorrelation, itemsPerWeek);
    }

    private static Thresholds attained(ThresholdTable table, double arl0, double... place) {
        double[] point = Arrays.copyOf(place, place.length + 1);
        double asked = Math.min(table.largest(), Math.max(table.smallest(), arl0));
        point[place.length] = asked;
        double threshold = table.at(point);
        if (threshold < ThresholdTable.CEILING) {
            return new Thresholds(threshold, asked);
        }
        double low = table.smallest();
        double high = asked;
        for (int round = 0; round < ROUNDS; round++) {
            point[place.length] = Math.sqrt(low * high);
            if (table.at(point) < ThresholdTable.CEILING) {
                low = point[place.length];
            } else {
                high = point[place.length];
            }
        }
        return new Thresholds(ThresholdTable.CEILING, low);
    }
}
