package dev.plumbline.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When a statistic first reached any height, over many series in which nothing changes.
 *
 * <p>The run length to a false alarm (ARL0) of a threshold is the time watched by the alarms: each
 * series is watched until it alarms or until its horizon: {@link #PATIENCE} times the ARL0 asked
 * for, and {@link #ITEMS} items at most. A reference that happens to lie low alarms early and one
 * that lies high never does; over a longer time the latter would hold the mean up, and a pod would
 * have far more false alarms in its first years than the ARL0 says.
 */
final class RunLengths {

    /** Times the ARL0 that a series is watched at most. */
    static final double PATIENCE = 2.5;

    /** Items that a series is watched at most: five years of ten a week. */
    static final double ITEMS = 2_500;

    private static final double ROUNDS = 40;

    private final double ceiling;
    private final double longest;
    private final List<double[]> times = new ArrayList<>();
    private final List<double[]> heights = new ArrayList<>();
    private double[] currentTimes = new double[64];
    private double[] currentHeights = new double[64];
    private int records;
    private double highest;

    /**
     * Of statistics looked at up to that height.
     *
     * @param ceiling heights beyond are not told apart
     * @param longest time that {@link #ITEMS} items take
     */
    RunLengths(double ceiling, double longest) {
        this.ceiling = ceiling;
        this.longest = longest;
    }

    double longest() {
        return longest;
    }

    void begin() {
        records = 0;
        highest = Double.NEGATIVE_INFINITY;
    }

    /** The statistic at that time; false once it has been beyond the ceiling. */
    boolean seen(double time, double height) {
        if (height > highest) {
            if (records == currentTimes.length) {
                currentTimes = Arrays.copyOf(currentTimes, 2 * records);
                currentHeights = Arrays.copyOf(currentHeights, 2 * records);
            }
            currentTimes[records] = time;
            currentHeights[records] = height;
            records++;
            highest = height;
        }
        return highest < ceiling;
    }

    void end() {
        times.add(Arrays.copyOf(currentTimes, records));
        heights.add(Arrays.copyOf(currentHeights, records));
    }

    /** Series that reach the threshold within the horizon of that ARL0. */
    int alarms(double threshold, double nominal) {
        double horizon = horizon(nominal);
        int alarms = 0;
        for (int series = 0; series < times.size(); series++) {
            alarms += firstAt(series, threshold) <= horizon ? 1 : 0;
        }
        return alarms;
    }

    /**
     * Time watched by alarms; infinite without any.
     *
     * @param nominal the ARL0 that the threshold should have
     */
    double arl0(double threshold, double nominal) {
        double horizon = horizon(nominal);
        double watched = 0;
        for (int series = 0; series < times.size(); series++) {
            watched += Math.min(horizon, firstAt(series, threshold));
        }
        return watched / alarms(threshold, nominal);
    }

    /** The threshold with that ARL0; the ceiling where none below it has. */
    double threshold(double arl0) {
        double low = 0;
        double high = ceiling;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = (low + high) / 2;
            if (arl0(middle, arl0) < arl0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Standard error of a threshold, from the number of alarms it was found by. */
    double error(double threshold, double arl0) {
        double relative = 1 / Math.sqrt(Math.max(1, alarms(threshold, arl0)));
        return (threshold(arl0 * (1 + relative)) - threshold(arl0 * (1 - relative))) / 2;
    }

    private double horizon(double nominal) {
        return Math.min(longest, PATIENCE * nominal);
    }

    private double firstAt(int series, double threshold) {
        int at = Arrays.binarySearch(heights.get(series), threshold);
        int first = at >= 0 ? at : -at - 1;
        return first == times.get(series).length
                ? Double.POSITIVE_INFINITY
                : times.get(series)[first];
    }
}
