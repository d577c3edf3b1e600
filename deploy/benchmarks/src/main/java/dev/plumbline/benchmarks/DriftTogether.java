package dev.plumbline.benchmarks;

import dev.plumbline.drift.CombinedEvidence;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OrganisationView;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the mean of the e-values of a pod's four metrics finds beside the largest of them, where one
 * metric drifts, two or all. Both alarm in the year of one quiet pod in four; log-sd 1. The
 * thresholds come from pods of their own.
 */
final class DriftTogether {

    private static final int PODS = 300;
    private static final long QUIET = 31;
    private static final long DRIFTING = 2026;
    private static final double ALARMED = 0.25;
    private static final double TICK_WEEKS = 0.1;
    private static final double LONGEST = 26;
    private static final double SOON = 8;

    /** So rare that no signal opens and takes the evidence with it. */
    private static final FalseAlarmBudget RARE = new FalseAlarmBudget(1e-6, 16);

    private static final int LARGEST = 0;
    private static final int MEAN = 1;

    private final Page page =
            new Page("together")
                    .heading(
                            "metrics that drift",
                            "times",
                            "largest: median weeks",
                            "in 8 weeks",
                            "mean: median weeks",
                            "in 8 weeks");

    void run() throws IOException {
        double[] thresholds = thresholds();
        for (int drifting : new int[] {1, 2, DriftLife.METRICS}) {
            for (double times : new double[] {1.5, 2}) {
                row(thresholds, drifting, times);
            }
        }
        page.publish();
    }

    private static double[] thresholds() {
        double[][] highest = new double[2][PODS];
        for (int pod = 0; pod < PODS; pod++) {
            List<WatchedPod> metrics = metrics(QUIET, pod);
            for (double week = 0; week < DriftLife.YEAR_WEEKS; week += TICK_WEEKS) {
                double[] now = tick(metrics);
                highest[LARGEST][pod] = Math.max(highest[LARGEST][pod], now[LARGEST]);
                highest[MEAN][pod] = Math.max(highest[MEAN][pod], now[MEAN]);
            }
        }
        double[] thresholds = new double[2];
        for (int statistic = 0; statistic < 2; statistic++) {
            Arrays.sort(highest[statistic]);
            thresholds[statistic] = highest[statistic][(int) ((1 - ALARMED) * PODS)];
        }
        return thresholds;
    }

    private void row(double[] thresholds, int drifting, double times) {
        Delays[] delays = {new Delays(LONGEST, SOON), new Delays(LONGEST, SOON)};
        for (int pod = 0; pod < PODS; pod++) {
            List<WatchedPod> metrics = metrics(DRIFTING, pod);
            metrics.subList(0, drifting).forEach(metric -> metric.slowDown(times));
            double[] found = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            for (double week = TICK_WEEKS; week <= LONGEST; week += TICK_WEEKS) {
                double[] now = tick(metrics);
                for (int statistic = 0; statistic < 2; statistic++) {
                    if (now[statistic] >= thresholds[statistic]) {
                        found[statistic] = Math.min(found[statistic], week);
                    }
                }
            }
            delays[LARGEST].add(found[LARGEST]);
            delays[MEAN].add(found[MEAN]);
        }
        page.row(
                List.of(
                        String.valueOf(drifting),
                        Page.format("x%.1f", times),
                        Page.format("%.1f", delays[LARGEST].median()),
                        delays[LARGEST].soonPercent(),
                        Page.format("%.1f", delays[MEAN].median()),
                        delays[MEAN].soonPercent()));
    }

    private static List<WatchedPod> metrics(long seed, int pod) {
        OrganisationView organisation = new OrganisationView(0, new float[0]);
        WatchedPod[] metrics = new WatchedPod[DriftLife.METRICS];
        for (int metric = 0; metric < metrics.length; metric++) {
            SplittableRandom random =
                    new SplittableRandom(1_000_000_007L * seed + 16L * pod + metric);
            metrics[metric] =
                    new WatchedPod(
                            RARE,
                            organisation,
                            DriftLife.PER_WEEK,
                            new NormalSeries(0, random),
                            WatchedPod.Kinds.ONE);
            metrics[metric].passWeeks(DriftLife.HISTORY_WEEKS);
        }
        return List.of(metrics);
    }

    /** The largest of the metrics' e-values, and their mean, half a day later. */
    private static double[] tick(List<WatchedPod> metrics) {
        double[] eValues = new double[metrics.size()];
        for (int metric = 0; metric < eValues.length; metric++) {
            metrics.get(metric).passWeeks(TICK_WEEKS);
            eValues[metric] = metrics.get(metric).eValue();
        }
        return new double[] {
            Arrays.stream(eValues).max().orElse(0), CombinedEvidence.mean(eValues)
        };
    }
}
