package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.chart.RatioChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Realised ARL0 on series in which nothing changes, by the law of their durations. */
final class ContenderNulls {

    private static final int SERIES = 400;
    private static final String TOLD = "Plumbline, told the autocorrelation";

    private final ContenderThresholds thresholds;

    ContenderNulls(ContenderThresholds thresholds) {
        this.thresholds = thresholds;
    }

    private record Entry(String label, Rival rival, boolean isTold) {}

    void run() throws IOException {
        RatioChart chart = new RatioChart("Realised by nominal ARL0 (1,000 items)");
        List<Entry> calibrated = new ArrayList<>();
        calibrated.add(new Entry(Rival.PLUMBLINE, Rival.plumbline(), false));
        calibrated.add(new Entry(TOLD, Rival.plumbline(), true));
        Rival.calibrated().forEach(rival -> calibrated.add(entry(rival)));
        table("nulls", calibrated, chart);
        chart.write(Page.PICTURES.resolve("false-alarms.svg"));
        table(
                "nulls-default",
                Rival.byDefault().stream().map(ContenderNulls::entry).toList(),
                null);
    }

    private static Entry entry(Rival rival) {
        return new Entry(rival.label(), rival, false);
    }

    private void table(String part, List<Entry> entries, RatioChart chart) throws IOException {
        List<String> columns = new ArrayList<>(List.of("detector"));
        List<String> laws = new ArrayList<>();
        for (DurationFamily family : DurationFamily.values()) {
            laws.add(family.name().toLowerCase(Locale.ROOT));
        }
        columns.addAll(laws);
        double[][] realised = new double[entries.size()][];
        DurationFamily[] families = DurationFamily.values();
        for (int at = 0; at < realised.length; at++) {
            realised[at] = new double[families.length];
        }
        for (int law = 0; law < families.length; law++) {
            double[] ratios = realised(families[law], law, entries);
            for (int at = 0; at < ratios.length; at++) {
                realised[at][law] = ratios[at];
            }
        }
        Page page = new Page(part).heading(columns.toArray(new String[0]));
        for (int at = 0; at < realised.length; at++) {
            List<String> cells = new ArrayList<>(List.of(entries.get(at).label()));
            for (double ratio : realised[at]) {
                cells.add(cell(ratio));
            }
            page.row(cells);
            if (chart != null) {
                chart.row(entries.get(at).label(), laws, realised[at]);
            }
        }
        page.publish();
    }

    private static String cell(double ratio) {
        return Double.isInfinite(ratio) ? "none" : Page.format(ratio < 10 ? "%.2f" : "%.0f", ratio);
    }

    private double[] realised(DurationFamily family, int test, List<Entry> entries) {
        double[] watched = new double[entries.size()];
        int[] alarms = new int[entries.size()];
        double autocorrelation = autocorrelation(family);
        for (int one = 0; one < SERIES; one++) {
            ItemSeries series =
                    ItemSeries.of(family, ItemSeries.test(test, one), (int) RunLengths.ITEMS);
            for (int at = 0; at < watched.length; at++) {
                Entry entry = entries.get(at);
                double told = entry.isTold() ? autocorrelation : 0;
                int first = first(entry.rival(), thresholds.of(entry.rival(), told), series);
                watched[at] += Math.min(first, series.values().length);
                alarms[at] += first <= series.values().length ? 1 : 0;
            }
        }
        for (int at = 0; at < watched.length; at++) {
            watched[at] /= alarms[at] * ContenderThresholds.ARL0;
        }
        return watched;
    }

    /** Items until the first alarm; beyond the series where there is none. */
    static int first(Rival rival, double threshold, ItemSeries series) {
        Rival.Watch watch = rival.watch(series.reference());
        for (int item = 1; item <= series.values().length; item++) {
            if (watch.after(series.values()[item - 1]) >= threshold) {
                return item;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static double autocorrelation(DurationFamily family) {
        return switch (family) {
            case AUTOCORRELATED_0_2 -> 0.2;
            case AUTOCORRELATED_0_3 -> 0.3;
            default -> 0;
        };
    }
}
