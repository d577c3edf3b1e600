package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.chart.DelayChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Items until a slowdown is found: lognormal durations, log-sd 1, after 100 items without one. */
final class ContenderDelays {

    private static final int SERIES = 1_000;
    private static final int IN_CONTROL = 100;
    private static final int LONGEST = 600;

    /** Eight weeks of ten items. */
    private static final int SOON = 80;

    private static final double[] TIMES = {1.25, 1.5, 2, 3};

    private final ContenderThresholds thresholds;

    ContenderDelays(ContenderThresholds thresholds) {
        this.thresholds = thresholds;
    }

    void run() throws IOException {
        DelayChart chart =
                new DelayChart("Mean delay at one false alarm per 1,000 items", "items", TIMES);
        List<Rival> calibrated = new ArrayList<>(List.of(Rival.plumbline()));
        calibrated.addAll(Rival.calibrated());
        table("delays", calibrated, chart);
        chart.write(Page.PICTURES.resolve("delays.svg"));
        table("delays-default", Rival.byDefault(), null);
    }

    private void table(String part, List<Rival> rivals, DelayChart chart) throws IOException {
        List<String> columns = new ArrayList<>(List.of("detector"));
        for (double times : TIMES) {
            columns.add(Page.format("x%s mean (median)", times));
            columns.add("in 8 weeks");
        }
        columns.add("alarmed before");
        Page page = new Page(part).heading(columns.toArray(new String[0]));
        for (Rival rival : rivals) {
            List<String> cells = new ArrayList<>(List.of(rival.label()));
            double[] means = new double[TIMES.length];
            double earlier = 0;
            for (int at = 0; at < TIMES.length; at++) {
                Delays delays = delays(rival, TIMES[at], 100 + at);
                cells.add(delays.meanAndMedian("%.0f"));
                cells.add(delays.soonPercent());
                means[at] = delays.mean();
                earlier = delays.shareEarlier();
            }
            cells.add(Page.format("%.0f %%", 100 * earlier));
            page.row(cells);
            if (chart != null) {
                chart.line(rival.label(), means);
            }
        }
        page.publish();
    }

    private Delays delays(Rival rival, double times, int test) {
        Delays delays = new Delays(LONGEST, SOON);
        double threshold = thresholds.of(rival, 0);
        for (int one = 0; one < SERIES; one++) {
            ItemSeries series =
                    ItemSeries.of(
                                    DurationFamily.LOGNORMAL_1,
                                    ItemSeries.test(test, one),
                                    IN_CONTROL + LONGEST)
                            .slower(IN_CONTROL, times);
            int first = ContenderNulls.first(rival, threshold, series);
            delays.add(first == Integer.MAX_VALUE ? LONGEST : first - IN_CONTROL);
        }
        return delays;
    }
}
