package dev.plumbline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of the page of drift benchmarks: written between its marks, what is around is kept. */
final class Page {

    static final Path PICTURES = Path.of("deploy/benchmarks/drift");

    private static final Path PAGE = Path.of("deploy/benchmarks/DRIFT.md");

    private final String part;
    private final List<String> lines = new ArrayList<>();

    Page(String part) {
        this.part = part;
    }

    Page heading(String... columns) {
        lines.add("| " + String.join(" | ", columns) + " |");
        lines.add("|---".repeat(columns.length) + "|");
        return this;
    }

    Page row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    Page text(String format, Object... values) {
        lines.add(format(format, values));
        return this;
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Writes and prints it. */
    void publish() throws IOException {
        lines.forEach(System.out::println);
        String begin = "<!-- begin " + part + " -->";
        String end = "<!-- end " + part + " -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + " has no part between " + begin + " and " + end);
        }
        String body = "\n\n" + String.join("\n", lines) + "\n\n";
        Files.writeString(
                PAGE, page.substring(0, from + begin.length()) + body + page.substring(to));
    }
}
