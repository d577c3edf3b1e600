package dev.plumbline.benchmarks.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Delay against the size of the change, a line per detector, both axes logarithmic. */
public final class DelayChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 50;
    private static final int BOTTOM = 510;
    private static final int LINE = 16;
    private static final double[] TICKS = {0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500};

    private final String title;
    private final String unit;
    private final double[] times;
    private final List<Line> lines = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Line(String label, double[] delays) {
        double last() {
            return delays[delays.length - 1];
        }
    }

    /**
     * Without lines yet.
     *
     * @param times sizes of the change, ascending
     */
    public DelayChart(String title, String unit, double... times) {
        this.title = title;
        this.unit = unit;
        this.times = times.clone();
    }

    /** A detector: the first one stands out. */
    public void line(String label, double[] delays) {
        lines.add(new Line(label, delays.clone()));
    }

    public void write(Path file) throws IOException {
        Svg svg = new Svg(WIDTH, HEIGHT);
        LogAxis across = new LogAxis(times[0], times[times.length - 1], LEFT, RIGHT);
        LogAxis up = new LogAxis(least() / 1.15, most() * 1.15, BOTTOM, TOP);
        svg.text(LEFT, 28, "start", 16, "#222", title);
        svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", 13, "#222", "times as slow");
        svg.text(8, TOP - 6, "start", 13, "#222", unit);
        grid(svg, across, up);
        List<Line> byDelay = new ArrayList<>(lines);
        byDelay.sort(Comparator.comparingDouble(Line::last).reversed());
        byDelay.forEach(line -> draw(svg, line, across, up));
        legend(svg, byDelay, up);
        svg.write(file);
    }

    /** Names beside the ends of the lines, moved apart and up again where they do not fit. */
    private void legend(Svg svg, List<Line> byDelay, LogAxis up) {
        double[] places = new double[byDelay.size()];
        for (int at = 0; at < places.length; at++) {
            double wanted = up.at(byDelay.get(at).last());
            places[at] = at == 0 ? Math.max(TOP, wanted) : Math.max(places[at - 1] + LINE, wanted);
        }
        double limit = BOTTOM;
        for (int at = places.length - 1; at >= 0; at--) {
            places[at] = Math.min(places[at], limit);
            limit = places[at] - LINE;
        }
        for (int at = 0; at < places.length; at++) {
            Line line = byDelay.get(at);
            String colour = Svg.colour(lines.indexOf(line));
            String thin = "stroke=\"" + colour + "\" stroke-width=\"0.7\"";
            svg.line(RIGHT + 4, up.at(line.last()), RIGHT + 26, places[at], thin);
            String words = String.format(Locale.ROOT, "%s (%.3g)", line.label(), line.last());
            svg.text(RIGHT + 30, places[at] + 4, "start", 12, colour, words);
        }
    }

    private void draw(Svg svg, Line line, LogAxis across, LogAxis up) {
        int number = lines.indexOf(line);
        String colour = Svg.colour(number);
        String dashes = number < 8 ? "" : " stroke-dasharray=\"5 3\"";
        String width = number == 0 ? "3.5" : "1.4";
        String style = "stroke=\"" + colour + "\" stroke-width=\"" + width + "\"" + dashes;
        for (int at = 0; at < times.length; at++) {
            double x = across.at(times[at]);
            double y = up.at(line.delays()[at]);
            svg.dot(x, y, number == 0 ? 4.5 : 2.5, colour);
            if (at > 0) {
                svg.line(across.at(times[at - 1]), up.at(line.delays()[at - 1]), x, y, style);
            }
        }
    }

    private void grid(Svg svg, LogAxis across, LogAxis up) {
        String grey = "stroke=\"#ddd\" stroke-width=\"1\"";
        for (double time : times) {
            svg.line(across.at(time), TOP, across.at(time), BOTTOM, grey);
            String words = "x" + String.format(Locale.ROOT, "%.2f", time).replaceAll("\\.?0+$", "");
            svg.text(across.at(time), BOTTOM + 18, "middle", 12, "#222", words);
        }
        for (double tick : TICKS) {
            if (tick >= up.least() && tick <= up.most()) {
                svg.line(LEFT, up.at(tick), RIGHT, up.at(tick), grey);
                String words = String.format(Locale.ROOT, tick < 1 ? "%.1f" : "%.0f", tick);
                svg.text(LEFT - 6, up.at(tick) + 4, "end", 12, "#222", words);
            }
        }
    }

    private double least() {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.delays())).min().orElse(1);
    }

    private double most() {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.delays())).max().orElse(1);
    }
}
