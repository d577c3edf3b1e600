package dev.plumbline.benchmarks;

import dev.plumbline.drift.CumulativeHazard;
import dev.plumbline.drift.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** One pod in working time, watched by all detectors at once, each until its first alarm. */
final class WatchedItems {

    private static final double WEEKS = ContenderThresholds.ARL0 / OpenAgeRule.PER_WEEK;

    private final OpenItems items;
    private final List<Watcher> watchers = new ArrayList<>();

    private static final class Watcher {
        private final String label;
        private final double threshold;
        private final DoubleSupplier statistic;
        private double first = Double.POSITIVE_INFINITY;

        Watcher(String label, double threshold, DoubleSupplier statistic) {
            this.label = label;
            this.threshold = threshold;
            this.statistic = statistic;
        }
    }

    WatchedItems(ContenderThresholds thresholds, RandomGenerator random) {
        LogDurations durations = DurationFamily.LOGNORMAL_1.series(random);
        double[] reference = new double[DriftBenchmark.REFERENCE];
        double[] logHours = new double[reference.length];
        for (int at = 0; at < reference.length; at++) {
            reference[at] = durations.next();
            logHours[at] = reference[at] + ItemSeries.USUAL;
        }
        CumulativeHazard hazard = CumulativeHazard.of(Scale.ascending(reference), new float[0]);
        items = new OpenItems(OpenAgeRule.PER_WEEK, hazard, durations);
        double[] rise = {Double.NEGATIVE_INFINITY};
        plumbline(rise);
        Rival.Watch shipped = Rival.plumbline().watch(logHours);
        List<Heard> heard = new ArrayList<>();
        for (Rival rival : Rival.calibrated()) {
            Heard one = new Heard(rival.watch(logHours));
            Watcher watcher = new Watcher(rival.label(), thresholds.of(rival, 0), () -> one.most);
            one.watcher = watcher;
            heard.add(one);
            watchers.add(watcher);
        }
        items.whenCompleted(
                value -> {
                    rise[0] = shipped.after(value + ItemSeries.USUAL);
                    heard.forEach(one -> one.hear(value + ItemSeries.USUAL));
                });
        double oldest = thresholds.of(OpenAgeRule.NAME + ", hours");
        watchers.add(new Watcher(OpenAgeRule.NAME, oldest, items::oldestHours));
        for (double hours : new double[] {24, 80, 343}) {
            String label = Page.format("%s > %.0f h", OpenAgeRule.NAME, hours);
            watchers.add(new Watcher(label, hours, items::oldestHours));
        }
    }

    /** A contender, asked no longer once it has alarmed. */
    private static final class Heard {
        private final Rival.Watch watch;
        private Watcher watcher;
        private double most = Double.NEGATIVE_INFINITY;

        Heard(Rival.Watch watch) {
            this.watch = watch;
        }

        void hear(double logHours) {
            if (Double.isInfinite(watcher.first)) {
                most = Math.max(most, watch.after(logHours));
            }
        }
    }

    private void plumbline(double[] rise) {
        int size = DriftBenchmark.REFERENCE;
        double perWeek = OpenAgeRule.PER_WEEK;
        double survival = Thresholds.survival(size, 0, perWeek, WEEKS).threshold();
        double level = Thresholds.level(size, 0, perWeek * WEEKS).threshold();
        double rareSurvival = Thresholds.survival(size, 0, perWeek, 2 * WEEKS).threshold();
        double rareLevel = Thresholds.level(size, 0, 2 * perWeek * WEEKS).threshold();
        watchers.add(
                new Watcher(
                        "Plumbline, both, half the budget each",
                        0,
                        () -> Math.max(items.statistic() - rareSurvival, rise[0] - rareLevel)));
        watchers.add(new Watcher("Plumbline, open items", survival, items::statistic));
        watchers.add(new Watcher("Plumbline, completed items", level, () -> rise[0]));
    }

    List<String> labels() {
        return watchers.stream().map(watcher -> watcher.label).toList();
    }

    void change(double times, double stopped) {
        items.change(times, stopped);
    }

    /** Lets time pass; weeks until each alarmed, infinite where it has not. */
    double[] firsts(double weeks) {
        while (items.weeks() < weeks) {
            items.tick(DriftBenchmark.CEILING + 1);
            for (Watcher watcher : watchers) {
                if (Double.isInfinite(watcher.first)
                        && watcher.statistic.getAsDouble() >= watcher.threshold) {
                    watcher.first = items.weeks();
                }
            }
        }
        double[] firsts = new double[watchers.size()];
        Arrays.setAll(firsts, at -> watchers.get(at).first);
        return firsts;
    }
}
