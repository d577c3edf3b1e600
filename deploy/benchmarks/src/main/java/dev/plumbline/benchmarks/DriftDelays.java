package dev.plumbline.benchmarks;

import dev.plumbline.drift.ShiryaevRoberts;
import dev.plumbline.drift.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** How long until a real change is found, in items and in weeks; lognormal durations, log-sd 1. */
final class DriftDelays {

    private static final int IN_CONTROL = 100;
    private static final int LONGEST_DELAY = 600;
    private static final double IN_CONTROL_WEEKS = 12;
    private static final double LONGEST_DELAY_WEEKS = 60;

    private final int series;

    DriftDelays(int series) {
        this.series = series;
    }

    void inItems() {
        DriftBenchmark.print(
                "%n| change | ARL0 | rise: mean | median | found within 600"
                        + " |%n|---|---|---|---|---|%n");
        for (double arl0 : new double[] {1_000, 5_000}) {
            double threshold = Thresholds.level(DriftBenchmark.REFERENCE, 0, arl0).threshold();
            for (double times : new double[] {1.5, 2, 3}) {
                RandomGenerator random = DriftBenchmark.random((int) (10 * times), (int) arl0, 6);
                List<Double> delays = new ArrayList<>();
                for (int one = 0; one < series; one++) {
                    double delay = delay(DurationFamily.LOGNORMAL_1, times, threshold, random);
                    if (delay > 0) {
                        delays.add(delay);
                    }
                }
                DriftBenchmark.print(
                        "| x%.1f | %.0f | %s |%n", times, arl0, summary(delays, LONGEST_DELAY));
            }
        }
    }

    /** Items until the alarm; 0 where it came before the change. */
    private static double delay(
            DurationFamily family, double times, double threshold, RandomGenerator random) {
        LogDurations values = family.series(random);
        float[] reference = values.reference(DriftBenchmark.REFERENCE);
        ShiryaevRoberts sums = ShiryaevRoberts.NONE;
        for (int item = 1 - IN_CONTROL; item <= LONGEST_DELAY; item++) {
            double value = values.next() + (item > 0 ? Math.log(times) : 0);
            sums = DriftBenchmark.RISE.after(sums, reference, (float) value);
            if (sums.evidence() >= threshold) {
                return Math.max(0, item);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    void inWeeks() {
        DriftBenchmark.print(
                "%n| change, 10 items/week, 104 weeks | detector | mean | median | found within 60"
                        + " |%n|---|---|---|---|---|%n");
        double perWeek = 10;
        double weeks = 104;
        double[][] changes = {{1.5, 0}, {2, 0}, {3, 0}, {1, 0.5}, {1, 1}};
        for (double[] change : changes) {
            RandomGenerator random =
                    DriftBenchmark.random((int) (10 * change[0]), (int) (2 * change[1]), 7);
            List<Double> open = new ArrayList<>();
            List<Double> completed = new ArrayList<>();
            List<Double> both = new ArrayList<>();
            for (int one = 0; one < series; one++) {
                LogDurations durations = DurationFamily.LOGNORMAL_1.series(random);
                float[] reference = durations.reference(DriftBenchmark.REFERENCE);
                double[] firsts = firsts(perWeek, weeks, change, reference, durations);
                add(open, firsts[0]);
                add(completed, firsts[1]);
                add(both, Math.min(firsts[2], firsts[3]));
            }
            String label =
                    change[1] == 0
                            ? String.format(Locale.ROOT, "x%.1f", change[0])
                            : String.format(Locale.ROOT, "%.0f %% stop", 100 * change[1]);
            DriftBenchmark.print(
                    "| %s | open items | %s |%n", label, summary(open, LONGEST_DELAY_WEEKS));
            DriftBenchmark.print(
                    "| %s | completed | %s |%n", label, summary(completed, LONGEST_DELAY_WEEKS));
            DriftBenchmark.print(
                    "| %s | both, half the budget each | %s |%n",
                    label, summary(both, LONGEST_DELAY_WEEKS));
        }
    }

    private static void add(List<Double> delays, double first) {
        if (first > 0) {
            delays.add(first);
        }
    }

    /** Weeks from the change until each alarms, 0 before it: open, completed, and both at half. */
    private static double[] firsts(
            double perWeek,
            double weeks,
            double[] change,
            float[] reference,
            LogDurations durations) {
        OpenItems items = DriftBenchmark.items(perWeek, reference, durations);
        double[] thresholds = {
            Thresholds.survival(DriftBenchmark.REFERENCE, 0, perWeek, weeks).threshold(),
            Thresholds.level(DriftBenchmark.REFERENCE, 0, perWeek * weeks).threshold(),
            Thresholds.survival(DriftBenchmark.REFERENCE, 0, perWeek, 2 * weeks).threshold(),
            Thresholds.level(DriftBenchmark.REFERENCE, 0, 2 * perWeek * weeks).threshold()
        };
        ShiryaevRoberts[] sums = {ShiryaevRoberts.NONE};
        items.whenCompleted(
                value -> sums[0] = DriftBenchmark.RISE.after(sums[0], reference, (float) value));
        double[] firsts = new double[thresholds.length];
        Arrays.fill(firsts, Double.POSITIVE_INFINITY);
        boolean changed = false;
        while (items.weeks() < IN_CONTROL_WEEKS + LONGEST_DELAY_WEEKS) {
            if (!changed && items.weeks() >= IN_CONTROL_WEEKS) {
                items.change(change[0], change[1]);
                changed = true;
            }
            items.tick(DriftBenchmark.CEILING + 1);
            for (int one = 0; one < firsts.length; one++) {
                double statistic = one % 2 == 0 ? items.statistic() : sums[0].evidence();
                if (statistic >= thresholds[one] && firsts[one] > items.weeks()) {
                    firsts[one] = changed ? items.weeks() - IN_CONTROL_WEEKS : 0;
                }
            }
        }
        return firsts;
    }

    private static String summary(List<Double> delays, double longest) {
        double[] sorted = delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double mean =
                Arrays.stream(sorted).map(delay -> Math.min(delay, longest)).average().orElse(0);
        long found = Arrays.stream(sorted).filter(delay -> delay <= longest).count();
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.3f",
                mean,
                sorted[sorted.length / 2],
                (double) found / sorted.length);
    }
}
