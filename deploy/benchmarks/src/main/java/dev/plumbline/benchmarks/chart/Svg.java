package dev.plumbline.benchmarks.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A drawing under way, in pixels from the upper left corner. */
final class Svg {

    private static final String[] COLOURS = {
        "#c0392b", "#2471a3", "#239b56", "#b7950b", "#7d3c98", "#117a65", "#d35400", "#5d6d7e"
    };

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Of the first thing its own, of the others the same again after seven. */
    static String colour(int number) {
        return number == 0 ? COLOURS[0] : COLOURS[1 + (number - 1) % (COLOURS.length - 1)];
    }

    void line(double fromX, double fromY, double toX, double toY, String style) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>",
                fromX, fromY, toX, toY, style);
    }

    void rectangle(double x, double y, double wide, double high, String fill) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, wide, high, fill);
    }

    void dot(double x, double y, double radius, String fill) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill);
    }

    /**
     * Words.
     *
     * @param anchor start, middle or end: which part of them lies at x
     */
    void text(double x, double y, String anchor, int size, String fill, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\""
                        + " fill=\"%s\">%s</text>",
                x, y, anchor, size, fill, safe);
    }

    private void add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    void write(Path file) throws IOException {
        String head =
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                                + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">%n"
                                + "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n",
                        width,
                        height,
                        width,
                        height,
                        width,
                        height);
        Files.createDirectories(file.getParent());
        Files.writeString(file, head + body + "</svg>\n");
    }
}
