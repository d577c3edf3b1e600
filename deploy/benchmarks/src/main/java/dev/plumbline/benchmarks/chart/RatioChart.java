package dev.plumbline.benchmarks.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ratios that should be one: a row per detector, a dot per law, on a logarithmic axis. */
public final class RatioChart {

    private static final int WIDTH = 900;
    private static final int LEFT = 250;
    private static final int RIGHT = 870;
    private static final int TOP = 100;
    private static final int ROW = 26;
    private static final double LEAST = 0.1;
    private static final double MOST = 10;

    private final String title;
    private final List<String> labels = new ArrayList<>();
    private final List<double[]> ratios = new ArrayList<>();
    private List<String> laws = List.of();

    public RatioChart(String title) {
        this.title = title;
    }

    /** A detector, with a ratio for each law. */
    public void row(String label, List<String> laws, double[] values) {
        this.laws = laws;
        labels.add(label);
        ratios.add(values.clone());
    }

    public void write(Path file) throws IOException {
        int bottom = TOP + ROW * labels.size();
        Svg svg = new Svg(WIDTH, bottom + 40);
        LogAxis axis = new LogAxis(LEAST, MOST, LEFT, RIGHT);
        svg.text(12, 26, "start", 16, "#222", title);
        svg.rectangle(axis.at(0.8), TOP, axis.at(1.2) - axis.at(0.8), bottom - TOP, "#e3f1e3");
        for (double tick : new double[] {0.1, 0.2, 0.5, 1, 2, 5, 10}) {
            String style = tick == 1 ? "stroke=\"#777\"" : "stroke=\"#ddd\"";
            svg.line(axis.at(tick), TOP, axis.at(tick), bottom, style);
            String words = String.format(Locale.ROOT, tick < 1 ? "%.1f" : "%.0f", tick);
            svg.text(axis.at(tick), bottom + 18, "middle", 12, "#222", words);
        }
        for (int row = 0; row < labels.size(); row++) {
            double y = TOP + ROW * (row + 0.5);
            svg.text(LEFT - 10, y + 4, "end", 12, "#222", labels.get(row));
            for (int law = 0; law < laws.size(); law++) {
                double x = axis.at(ratios.get(row)[law]);
                mark(svg, x, y + 1.2 * (law - laws.size() / 2.0), law);
            }
        }
        for (int law = 0; law < laws.size(); law++) {
            double x = 12 + law % 6 * 146;
            double y = 52 + law / 6 * 20;
            mark(svg, x, y - 4, law);
            svg.text(x + 9, y, "start", 12, "#222", laws.get(law));
        }
        svg.write(file);
    }

    /** A circle for the first eight laws, a square for the others. */
    private static void mark(Svg svg, double x, double y, int law) {
        if (law < 8) {
            svg.dot(x, y, 4, Svg.colour(law));
        } else {
            svg.rectangle(x - 3.5, y - 3.5, 7, 7, Svg.colour(law));
        }
    }
}
