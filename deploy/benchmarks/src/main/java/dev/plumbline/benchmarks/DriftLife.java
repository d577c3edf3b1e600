package dev.plumbline.benchmarks;

import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.StratumCounts;
import dev.plumbline.drift.StratumEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Organisations of twenty pods whose drifts are known. Each pod has four metrics of ten items a
 * week; after 20 weeks of history comes a year in which one of the metrics, at a time of its own,
 * drifts for eight weeks and is back to normal then.
 *
 * @param pods how many, over all organisations
 * @param law of the drifts
 * @param kinds how work is told apart
 * @param autocorrelation of successive items; the rule is told
 */
record DriftLife(int pods, Law law, Kinds kinds, double autocorrelation, long seed) {

    static final int METRICS = 4;
    static final double PER_WEEK = 10;
    static final double HISTORY_WEEKS = 20;
    static final double YEAR_WEEKS = 52;
    static final double DRIFT_WEEKS = 8;

    private static final int DETECTORS = 4 * METRICS;
    private static final int PODS_OF_AN_ORGANISATION = 20;
    private static final double LEARNING_WEEKS = 6;

    /** How large the drifts are, and how likely each. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Law(String name, double[] times, double[] shares) {

        /** What the bound is judged on: half x2, a quarter x3, a quarter full stops. */
        static final Law STATED =
                new Law(
                        "x2 to a full stop",
                        new double[] {2, 3, Double.POSITIVE_INFINITY},
                        new double[] {0.5, 0.25, 0.25});

        static Law only(double times) {
            String name = Double.isInfinite(times) ? "stop" : Page.format("x%.1f", times);
            return new Law(name, new double[] {times}, new double[] {1});
        }

        double next(RandomGenerator random) {
            double left = random.nextDouble();
            int picked = 0;
            while (picked < shares.length - 1 && left >= shares[picked]) {
                left -= shares[picked];
                picked++;
            }
            return times[picked];
        }
    }

    /** How work is told apart. */
    enum Kinds {
        /** All of one kind, log-sd 1. */
        ONE,
        /** Of several, log-sd 1 in all, and nobody learns them. */
        UNKNOWN,
        /** Of several, learned from what all pods completed in the first six weeks. */
        LEARNED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was told of one metric and what was true; onset and end are NaN without a drift. */
    interface Listener {
        void told(WatchedPod pod, double onset, double end);
    }

    void watch(double falseAlarmsPerPodYear, Listener listener) {
        FalseAlarmBudget budget = new FalseAlarmBudget(falseAlarmsPerPodYear, DETECTORS);
        List<StratumEffects> effects = new ArrayList<>();
        for (int pod = 0; pod < pods; pod++) {
            if (pod % PODS_OF_AN_ORGANISATION == 0) {
                effects.clear();
                for (int metric = 0; metric < METRICS; metric++) {
                    effects.add(learned(pod, metric));
                }
            }
            RandomGenerator random = random(pod, METRICS);
            int drifting = random.nextInt(METRICS);
            double onset = HISTORY_WEEKS + random.nextDouble() * (YEAR_WEEKS - DRIFT_WEEKS - 6);
            double times = law.next(random);
            for (int metric = 0; metric < METRICS; metric++) {
                boolean drifts = metric == drifting;
                WatchedPod watched = pod(budget, pod, metric, effects.get(metric), null);
                if (drifts) {
                    watched.passWeeks(onset);
                    watched.slowDown(times);
                    watched.passWeeks(DRIFT_WEEKS);
                    watched.slowDown(1);
                    watched.passWeeks(HISTORY_WEEKS + YEAR_WEEKS - onset - DRIFT_WEEKS);
                    listener.told(watched, onset, onset + DRIFT_WEEKS);
                } else {
                    watched.passWeeks(HISTORY_WEEKS + YEAR_WEEKS);
                    listener.told(watched, Double.NaN, Double.NaN);
                }
            }
        }
    }

    private StratumEffects learned(int firstPod, int metric) {
        if (kinds != Kinds.LEARNED) {
            return StratumEffects.NONE;
        }
        StratumCounts counts = StratumCounts.none();
        FalseAlarmBudget budget = new FalseAlarmBudget(1, DETECTORS);
        int last = Math.min(pods, firstPod + PODS_OF_AN_ORGANISATION);
        for (int pod = firstPod; pod < last; pod++) {
            pod(budget, pod, metric, StratumEffects.NONE, counts).passWeeks(LEARNING_WEEKS);
        }
        return StratumEffects.learned(counts);
    }

    private WatchedPod pod(
            FalseAlarmBudget budget,
            int pod,
            int metric,
            StratumEffects known,
            StratumCounts seen) {
        LogDurations durations = new NormalSeries(autocorrelation, random(pod, metric));
        OrganisationView organisation = new OrganisationView(autocorrelation, new float[0]);
        WatchedPod.Kinds told = new WatchedPod.Kinds(kinds != Kinds.ONE, known, seen);
        return new WatchedPod(budget, organisation, PER_WEEK, durations, told);
    }

    private RandomGenerator random(int pod, int stream) {
        return new SplittableRandom(1_000_000_007L * seed + 16L * pod + stream);
    }
}
