package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.chart.DelayChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Weeks until a change is found in a pod that starts ten items a week, open items among them. */
final class ContenderWeeks {

    private static final int SERIES = 400;
    private static final double IN_CONTROL = 12;
    private static final double LONGEST = 60;
    private static final double SOON = 8;

    private record Change(String label, double times, double stopped) {}

    private static final List<Change> CHANGES =
            List.of(
                    new Change("x1.5", 1.5, 0),
                    new Change("x2", 2, 0),
                    new Change("x3", 3, 0),
                    new Change("half stop", 1, 0.5),
                    new Change("all stop", 1, 1));

    private final ContenderThresholds thresholds;

    ContenderWeeks(ContenderThresholds thresholds) {
        this.thresholds = thresholds;
    }

    void run() throws IOException {
        WatchedItems quiet = new WatchedItems(thresholds, ItemSeries.test(200, 0));
        List<String> labels = quiet.labels();
        double[] between = falseAlarms(labels.size());
        List<List<Delays>> delays = new ArrayList<>();
        for (int at = 0; at < CHANGES.size(); at++) {
            delays.add(delays(CHANGES.get(at), 210 + at, labels.size()));
        }
        List<String> columns = new ArrayList<>(List.of("detector", "weeks between false alarms"));
        for (Change change : CHANGES) {
            columns.add(change.label() + ": mean (median)");
            columns.add("in 8 weeks");
        }
        Page page = new Page("weeks").heading(columns.toArray(new String[0]));
        DelayChart chart = new DelayChart("Mean delay at ten items a week", "weeks", 1.5, 2, 3);
        for (int at = 0; at < labels.size(); at++) {
            List<String> cells = new ArrayList<>(List.of(labels.get(at)));
            cells.add(Page.format("%.1f", between[at]));
            for (List<Delays> change : delays) {
                cells.add(change.get(at).meanAndMedian("%.1f"));
                cells.add(change.get(at).soonPercent());
            }
            page.row(cells);
            if (!labels.get(at).contains(">")) {
                int one = at;
                chart.line(
                        labels.get(at),
                        delays.subList(0, 3).stream()
                                .mapToDouble(change -> change.get(one).mean())
                                .toArray());
            }
        }
        page.publish();
        chart.write(Page.PICTURES.resolve("weeks.svg"));
    }

    private double[] falseAlarms(int detectors) {
        double[] watched = new double[detectors];
        int[] alarms = new int[detectors];
        double horizon = RunLengths.ITEMS / OpenAgeRule.PER_WEEK;
        for (int one = 0; one < SERIES; one++) {
            WatchedItems items = new WatchedItems(thresholds, ItemSeries.test(200, one));
            double[] firsts = items.firsts(horizon);
            for (int at = 0; at < detectors; at++) {
                watched[at] += Math.min(horizon, firsts[at]);
                alarms[at] += firsts[at] <= horizon ? 1 : 0;
            }
        }
        for (int at = 0; at < detectors; at++) {
            watched[at] /= alarms[at];
        }
        return watched;
    }

    private List<Delays> delays(Change change, int test, int detectors) {
        List<Delays> delays = new ArrayList<>();
        for (int at = 0; at < detectors; at++) {
            delays.add(new Delays(LONGEST, SOON));
        }
        for (int one = 0; one < SERIES; one++) {
            WatchedItems items = new WatchedItems(thresholds, ItemSeries.test(test, one));
            double[] before = items.firsts(IN_CONTROL);
            items.change(change.times(), change.stopped());
            double[] firsts = items.firsts(IN_CONTROL + LONGEST);
            for (int at = 0; at < detectors; at++) {
                delays.get(at).add(Double.isFinite(before[at]) ? 0 : firsts[at] - IN_CONTROL);
            }
        }
        return delays;
    }
}
