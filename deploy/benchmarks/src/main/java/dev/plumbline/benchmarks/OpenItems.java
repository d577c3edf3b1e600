package dev.plumbline.benchmarks;

import dev.plumbline.drift.CumulativeHazard;
import dev.plumbline.drift.SurvivalCusum;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * A pod's items in working time: they come at random, last as long as their law says, and are told
 * to the survival CUSUM twice a working day. A week has 40 working hours; a usual item lasts 8.
 */
final class OpenItems {

    private static final double TICK_HOURS = 4;
    private static final double WEEK_HOURS = 40;
    private static final double MEDIAN_HOURS = 8;

    private final double hoursBetween;
    private final CumulativeHazard hazard;
    private final LogDurations logDurations;
    private double hours;
    private double nextStart;
    private double[] starts = new double[64];
    private double[] ends = new double[64];
    private double[] told = new double[64];
    private int open;
    private SurvivalCusum cusum = SurvivalCusum.NONE;
    private double slower = 1;
    private double stopped;
    private DoubleConsumer completed = value -> {};

    /**
     * Of a pod that works as in its reference.
     *
     * @param hazard of ln(duration / usual duration), as {@code logDurations} draws them
     */
    OpenItems(double perWeek, CumulativeHazard hazard, LogDurations logDurations) {
        this.hoursBetween = WEEK_HOURS / perWeek;
        this.hazard = hazard;
        this.logDurations = logDurations;
        this.nextStart = gap();
    }

    double weeks() {
        return hours / WEEK_HOURS;
    }

    double statistic() {
        return cusum.value();
    }

    /** Working hours since the oldest open item was started; 0 without any. */
    double oldestHours() {
        double oldest = hours;
        for (int item = 0; item < open; item++) {
            oldest = Math.min(oldest, starts[item]);
        }
        return hours - oldest;
    }

    /** Who is told ln(duration / usual duration) of each item completed, in its order. */
    void whenCompleted(DoubleConsumer listener) {
        completed = listener;
    }

    /**
     * From now on what is left of open items, and all of new ones, takes so many times as long; and
     * of both so many never end.
     */
    void change(double times, double neverShare) {
        slower = times;
        stopped = neverShare;
        for (int item = 0; item < open; item++) {
            ends[item] = isStopped() ? Double.MAX_VALUE : hours + (ends[item] - hours) * times;
        }
    }

    /** Lets a tick of working time pass. */
    void tick(double most) {
        hours += TICK_HOURS;
        while (nextStart < hours) {
            double duration = slower * MEDIAN_HOURS * Math.exp(logDurations.next());
            start(nextStart, isStopped() ? Double.MAX_VALUE : nextStart + duration);
            nextStart += gap();
        }
        int kept = 0;
        for (int item = 0; item < open; item++) {
            boolean over = ends[item] <= hours;
            double age = Math.min(ends[item], hours) - starts[item];
            double now = hazard.at(Math.log(age / MEDIAN_HOURS));
            cusum = cusum.waited(told[item], now);
            if (over) {
                cusum = cusum.completed();
                completed.accept(Math.log(age / MEDIAN_HOURS));
            } else {
                starts[kept] = starts[item];
                ends[kept] = ends[item];
                told[kept] = now;
                kept++;
            }
        }
        open = kept;
        cusum = cusum.tick(most);
    }

    private void start(double at, double end) {
        if (open == starts.length) {
            starts = Arrays.copyOf(starts, 2 * open);
            ends = Arrays.copyOf(ends, 2 * open);
            told = Arrays.copyOf(told, 2 * open);
        }
        starts[open] = at;
        ends[open] = end;
        told[open] = 0;
        open++;
    }

    private boolean isStopped() {
        return stopped > 0 && logDurations.random().nextDouble() < stopped;
    }

    private double gap() {
        RandomGenerator random = logDurations.random();
        return hoursBetween * random.nextExponential();
    }
}
