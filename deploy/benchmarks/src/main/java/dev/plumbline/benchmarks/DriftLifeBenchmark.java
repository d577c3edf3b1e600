package dev.plumbline.benchmarks;

import dev.plumbline.drift.Direction;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftStatus;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OrganisationView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The whole rule on an organisation whose drifts are known: four metrics of ten items a week per
 * pod; 20 weeks of history, then a year in which one of the metrics, at a time of its own, becomes
 * slower for eight weeks and is back to normal then. How many signals are right, how many drifts
 * are found and how soon, how well the onset is told, how soon it is over.
 *
 * <p>Arguments: pods (100), how many times as long (2), autocorrelation (0), seed (2026).
 */
public final class DriftLifeBenchmark {

    private static final int METRICS = 4;
    private static final int DETECTORS = 4 * METRICS;
    private static final double PER_WEEK = 10;
    private static final double HISTORY_WEEKS = 20;
    private static final double YEAR_WEEKS = 52;
    private static final double DRIFT_WEEKS = 8;

    /** Signals that come so long after the end of a drift are none of it. */
    private static final double AFTER_WEEKS = 2;

    private static final double RETURN_WEEKS = 8;

    private final int pods;
    private final double times;
    private final double autocorrelation;
    private final long seed;

    private int real;
    private int found;
    private int right;
    private int duplicates;
    private int wrong;
    private int returns;
    private final List<Double> delays = new ArrayList<>();
    private final List<Double> onsetErrors = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();

    private DriftLifeBenchmark(int pods, double times, double autocorrelation, long seed) {
        this.pods = pods;
        this.times = times;
        this.autocorrelation = autocorrelation;
        this.seed = seed;
    }

    public static void main(String[] arguments) {
        int pods = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        double times = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 2;
        double autocorrelation = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 2026;
        System.out.println(
                "| false alarms per pod-year asked for | got | precision | recall in 8 weeks |"
                        + " delay, median weeks | onset error, median items | duplicates |"
                        + " over after, median weeks | within 3 weeks |"
                        + " returns from a new normal |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (double budget : new double[] {0.125, 0.25, 0.5, 1, 2}) {
            new DriftLifeBenchmark(pods, times, autocorrelation, seed).run(budget);
        }
    }

    private void run(double perPodYear) {
        FalseAlarmBudget budget = new FalseAlarmBudget(perPodYear, DETECTORS);
        for (int pod = 0; pod < pods; pod++) {
            RandomGenerator random = new SplittableRandom(1_000_000_007L * seed + pod);
            int drifting = random.nextInt(METRICS);
            double onset = HISTORY_WEEKS + random.nextDouble() * (YEAR_WEEKS - DRIFT_WEEKS - 6);
            for (int metric = 0; metric < METRICS; metric++) {
                LogDurations durations = new NormalSeries(autocorrelation, random);
                watch(budget, durations, metric == drifting ? onset : Double.NaN);
            }
        }
        double within = ends.stream().filter(end -> end <= 3).count() / (double) real;
        System.out.printf(
                Locale.ROOT,
                "| %.3f | %.2f | %.2f | %.2f | %.1f | %.1f | %.2f | %.1f | %.2f | %d |%n",
                perPodYear,
                (double) wrong / pods,
                (double) right / (right + wrong),
                (double) found / real,
                median(delays),
                median(onsetErrors),
                (double) duplicates / Math.max(1, right),
                median(ends),
                within,
                returns);
    }

    private void watch(FalseAlarmBudget budget, LogDurations durations, double onset) {
        OrganisationView organisation = new OrganisationView(autocorrelation, new float[0]);
        WatchedPod pod = new WatchedPod(budget, organisation, PER_WEEK, durations);
        boolean drifts = !Double.isNaN(onset);
        if (drifts) {
            pod.passWeeks(onset);
            pod.slowDown(times);
            pod.passWeeks(DRIFT_WEEKS);
            pod.slowDown(1);
            pod.passWeeks(HISTORY_WEEKS + YEAR_WEEKS - onset - DRIFT_WEEKS);
        } else {
            pod.passWeeks(HISTORY_WEEKS + YEAR_WEEKS);
        }
        score(pod.told(), drifts, at(onset), at(onset + DRIFT_WEEKS));
    }

    private static Instant at(double weeks) {
        return WatchedPod.instant(Double.isNaN(weeks) ? 0 : weeks * WatchedPod.HOURS_PER_WEEK);
    }

    private void score(List<DriftSignal> told, boolean drifts, Instant onset, Instant end) {
        Instant watched = at(HISTORY_WEEKS);
        Map<String, DriftSignal> opened = new LinkedHashMap<>();
        Map<String, DriftSignal> last = new LinkedHashMap<>();
        for (DriftSignal row : told) {
            if (row.level() == DriftLevel.SIGNAL) {
                opened.putIfAbsent(row.id(), row);
                last.put(row.id(), row);
            }
        }
        real += drifts ? 1 : 0;
        boolean isFound = false;
        for (DriftSignal signal : opened.values()) {
            double after = WatchedPod.weeks(onset, signal.openedAt());
            boolean isRight = drifts && after > 0 && after < DRIFT_WEEKS + AFTER_WEEKS;
            if (isRight && isFound) {
                duplicates++;
            } else if (isRight) {
                isFound = true;
                right++;
                found += after <= 8 ? 1 : 0;
                delays.add(after);
                double error = Math.abs(WatchedPod.weeks(onset, signal.onsetAt()));
                onsetErrors.add(error * PER_WEEK);
                DriftSignal over = last.get(signal.id());
                if (over.status() == DriftStatus.RESOLVED) {
                    ends.add(WatchedPod.weeks(end, over.asOf()));
                }
            } else if (drifts && isReturn(signal, onset, end, told)) {
                returns++;
            } else if (signal.openedAt().isAfter(watched)) {
                wrong++;
            }
        }
    }

    /** The way back, told as an improvement because the drift had become the new normal. */
    private static boolean isReturn(
            DriftSignal signal, Instant onset, Instant end, List<DriftSignal> told) {
        boolean renewed =
                told.stream()
                        .filter(row -> row.status() == DriftStatus.NEW_NORMAL)
                        .anyMatch(
                                row ->
                                        row.asOf().isAfter(onset)
                                                && row.asOf().isBefore(signal.openedAt()));
        return renewed
                && signal.direction() == Direction.DOWN
                && signal.onsetHigh().isAfter(onset)
                && WatchedPod.weeks(end, signal.openedAt()) < RETURN_WEEKS;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
