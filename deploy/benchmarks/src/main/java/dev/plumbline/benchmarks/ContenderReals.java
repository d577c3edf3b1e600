package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.chart.DelayChart;
import dev.plumbline.drift.Autocorrelation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Real logs, as they are and with slowdowns put in. Thresholds are those of simulated series, and
 * then others with which, on resampled blocks of the other half of the pods, every detector has one
 * false alarm per 1,000 items.
 */
final class ContenderReals {

    private static final int SERIES = 24;
    private static final int BLOCK = 20;
    private static final int SOON = 80;
    private static final int ITEMS = 2_500;

    /** The first is a copy without any. */
    private static final double[] TIMES = {1, 1.5, 2, 3};

    private final ContenderThresholds thresholds;
    private final Path data;
    private final List<RealSeries> pods = new ArrayList<>();

    ContenderReals(ContenderThresholds thresholds, String data) {
        this.thresholds = thresholds;
        this.data = Path.of(data);
    }

    void run() throws IOException {
        if (!RealLogs.areIn(data)) {
            System.out.println("real: skipped, there are no real logs in " + data);
            return;
        }
        run("real", true);
        run("real-wall", false);
    }

    private void run(String part, boolean workingTime) throws IOException {
        Map<String, List<RealEpisode>> logs = RealLogs.read(data, workingTime);
        pods.clear();
        logs.values().forEach(episodes -> pods.add(new RealSeries(episodes)));
        double autocorrelation = described(part, logs);
        List<Rival> rivals = new ArrayList<>(List.of(Rival.plumbline()));
        rivals.addAll(Rival.calibrated());
        alarms(part, rivals, autocorrelation);
        delays(part, rivals);
    }

    private static double described(String part, Map<String, List<RealEpisode>> logs)
            throws IOException {
        Page page =
                new Page(part + "-pods").heading("pod", "episodes", "median hours", "log-sd", "r");
        Map<String, Autocorrelation> autocorrelations = new HashMap<>();
        logs.forEach(
                (pod, episodes) -> {
                    double[] values =
                            episodes.stream().mapToDouble(RealEpisode::logHours).toArray();
                    float[] ascending = Scale.ascending(values);
                    float[] ordered = new float[DriftBenchmark.REFERENCE];
                    for (int at = 0; at < ordered.length; at++) {
                        ordered[at] = (float) values[at];
                    }
                    float[] sorted = ordered.clone();
                    Arrays.sort(sorted);
                    Autocorrelation of = Autocorrelation.of(ordered, sorted);
                    autocorrelations.put(pod, of);
                    page.row(
                            List.of(
                                    pod,
                                    String.valueOf(values.length),
                                    Page.format("%.1f", Math.exp(ascending[values.length / 2])),
                                    Page.format("%.1f", deviation(values)),
                                    Page.format("%.2f", of.products() / of.squares())));
                });
        double organisation = Autocorrelation.of(autocorrelations);
        page.text("%nTold to Plumbline: autocorrelation %.2f.", organisation);
        page.publish();
        return organisation;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum()
                        / (values.length - 1));
    }

    private void alarms(String part, List<Rival> rivals, double autocorrelation)
            throws IOException {
        Page page =
                new Page(part + "-alarms")
                        .heading(
                                "detector",
                                "resampled one by one",
                                "resampled in blocks of 20",
                                "as recorded");
        List<String> told =
                cells("Plumbline, told the autocorrelation", rivals.get(0), autocorrelation);
        page.row(told);
        for (Rival rival : rivals) {
            page.row(cells(rival.label(), rival, 0));
        }
        page.publish();
    }

    private List<String> cells(String label, Rival rival, double autocorrelation) {
        double threshold = thresholds.of(rival, autocorrelation);
        double[] watched = new double[3];
        int[] alarms = new int[3];
        for (int pod = 0; pod < pods.size(); pod++) {
            for (int one = 0; one < SERIES; one++) {
                RandomGenerator random = ItemSeries.test(400 + pod, one);
                List<ItemSeries> kinds =
                        List.of(
                                pods.get(pod).resampled(1, ITEMS, random),
                                pods.get(pod).resampled(BLOCK, ITEMS, random),
                                pods.get(pod).recorded(random));
                for (int kind = 0; kind < kinds.size(); kind++) {
                    int length = kinds.get(kind).values().length;
                    int first = ContenderNulls.first(rival, threshold, kinds.get(kind));
                    watched[kind] += Math.min(first, length);
                    alarms[kind] += first <= length ? 1 : 0;
                }
            }
        }
        List<String> cells = new ArrayList<>(List.of(label));
        for (int kind = 0; kind < watched.length; kind++) {
            cells.add(Page.format("%.0f", watched[kind] / alarms[kind]));
        }
        return cells;
    }

    private void delays(String part, List<Rival> rivals) throws IOException {
        List<String> columns = new ArrayList<>(List.of("detector", "realised ARL0"));
        for (double times : TIMES) {
            columns.add(Page.format("x%.1f: mean (median)", times));
            columns.add("in 80 items");
        }
        columns.add("alarmed before");
        Page page = new Page(part + "-delays").heading(columns.toArray(new String[0]));
        DelayChart chart =
                new DelayChart("Real logs, slowed down: mean delay (200 at most)", "items", TIMES);
        for (Rival rival : rivals) {
            double[] halves = {threshold(rival, 0), threshold(rival, 1)};
            List<String> cells = new ArrayList<>(List.of(rival.label()));
            cells.add(realised(rival, halves));
            double[] means = new double[TIMES.length];
            double earlier = 0;
            for (int at = 0; at < TIMES.length; at++) {
                Delays delays = delays(rival, halves, TIMES[at]);
                cells.add(delays.meanAndMedian("%.0f"));
                cells.add(delays.soonPercent());
                means[at] = delays.mean();
                earlier += delays.shareEarlier() / TIMES.length;
            }
            cells.add(Page.format("%.0f %%", 100 * earlier));
            page.row(cells);
            chart.line(rival.label(), means);
        }
        page.publish();
        chart.write(Page.PICTURES.resolve(part + "-delays.svg"));
    }

    /** Found on every other pod, beginning with that one. */
    private double threshold(Rival rival, int half) {
        RunLengths lengths = new RunLengths(rival.ceiling(), ITEMS);
        for (int pod = half; pod < pods.size(); pod += 2) {
            for (int one = 0; one < 2 * SERIES; one++) {
                RandomGenerator random = ItemSeries.calibration(2_000_000 + 1_000 * pod + one);
                ItemSeries series = pods.get(pod).resampled(BLOCK, ITEMS, random);
                Rival.Watch watch = rival.watch(series.reference());
                lengths.begin();
                boolean open = true;
                for (int item = 1; open && item <= ITEMS; item++) {
                    open = lengths.seen(item, watch.after(series.values()[item - 1]));
                }
                lengths.end();
            }
        }
        return lengths.threshold(ContenderThresholds.ARL0);
    }

    /** With the threshold that was found on the other half. */
    private String realised(Rival rival, double[] halves) {
        double watched = 0;
        int alarms = 0;
        for (int pod = 0; pod < pods.size(); pod++) {
            for (int one = 0; one < SERIES; one++) {
                RandomGenerator random = ItemSeries.test(500 + pod, one);
                ItemSeries series = pods.get(pod).resampled(BLOCK, ITEMS, random);
                int first = ContenderNulls.first(rival, halves[1 - pod % 2], series);
                watched += Math.min(first, ITEMS);
                alarms += first <= ITEMS ? 1 : 0;
            }
        }
        return Page.format("%.0f", watched / alarms);
    }

    private Delays delays(Rival rival, double[] halves, double times) {
        Delays delays = new Delays(RealSeries.LONGEST_DELAY, SOON);
        for (int pod = 0; pod < pods.size(); pod++) {
            for (int one = 0; one < SERIES; one++) {
                RandomGenerator random = ItemSeries.test(600 + pod, one);
                ItemSeries series = pods.get(pod).injected(times, random);
                int first = ContenderNulls.first(rival, halves[1 - pod % 2], series);
                boolean never = first == Integer.MAX_VALUE;
                delays.add(never ? Double.POSITIVE_INFINITY : first - RealSeries.IN_CONTROL);
            }
        }
        return delays;
    }
}
