package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.mapping.BadMapping;
import dev.plumbline.tools.mapping.MappingFile;
import dev.plumbline.tools.mapping.YamlMap;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the columns of a table mean. The format is described, with examples, in this package's
 * DISCUSSION.md.
 *
 * @param events rules for rows that are events; empty where rows are snapshots
 * @param snapshot null where rows are events
 * @param skipUnmatched whether a row that no rule is for is left out instead of rejected
 */
public record Mapping(
        String file,
        String org,
        String source,
        CsvDialect dialect,
        List<EventRule> events,
        SnapshotRule snapshot,
        boolean skipUnmatched) {
    private static final Set<String> KEYS =
            Set.of(
                    "org",
                    "source",
                    "csv",
                    "time",
                    "rows",
                    "unmatched",
                    "defaults",
                    "events",
                    "snapshot");

    /**
     * Reads a mapping file, or a mapping that comes with Plumbline by its name.
     *
     * @throws BadMapping with file, line and what is wrong
     * @throws UnreadableFile where the file cannot be read
     */
    public static Mapping read(Path file) {
        try (Reader text = MappingFile.open(file)) {
            return read(file.toString(), text);
        } catch (IOException broken) {
            throw new UnreadableFile(file + ": cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** Reads a mapping; {@code file} names it in messages. */
    public static Mapping read(String file, Reader text) {
        YamlMap yaml = YamlMap.read(file, text).allow(KEYS);
        YamlMap time = yaml.map("time");
        TimeFormat format = time == null ? TimeFormat.ISO : TimeFormat.read(time, TimeFormat.ISO);
        String rows = yaml.requiredText("rows");
        boolean snapshots = choice(yaml, "rows", rows, "snapshots", "events");
        List<EventRule> events = snapshots ? List.of() : events(yaml, format);
        SnapshotRule snapshot = snapshots ? snapshot(yaml, format) : null;
        String unmatched = yaml.has("unmatched") ? yaml.text("unmatched") : "reject";
        return new Mapping(
                file,
                yaml.has("org") ? yaml.text("org") : "default",
                yaml.requiredText("source"),
                yaml.has("csv") ? dialect(yaml.map("csv")) : CsvDialect.STANDARD,
                events,
                snapshot,
                choice(yaml, "unmatched", unmatched, "skip", "reject"));
    }

    private static boolean choice(
            YamlMap yaml, String key, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw yaml.bad(key, "\"" + key + "\" must be " + first + " or " + second);
        }
        return value.equals(first);
    }

    private static List<EventRule> events(YamlMap yaml, TimeFormat format) {
        YamlMap defaults = yaml.map("defaults");
        if (defaults != null) {
            defaults.allow(EventRule.KEYS);
        }
        List<YamlMap> rules = yaml.maps("events");
        if (rules.isEmpty()) {
            throw yaml.bad("rows are events, so \"events\" must list at least one rule");
        }
        return rules.stream().map(rule -> new EventRule(rule, defaults, format)).toList();
    }

    private static SnapshotRule snapshot(YamlMap yaml, TimeFormat format) {
        if (!yaml.has("snapshot")) {
            throw yaml.bad("rows are snapshots, so \"snapshot\" is required");
        }
        return new SnapshotRule(yaml.map("snapshot"), format);
    }

    private static CsvDialect dialect(YamlMap csv) {
        csv.allow(Set.of("delimiter", "quote", "escape", "encoding", "nothing"));
        return new CsvDialect(
                csv.has("delimiter") ? character(csv, "delimiter") : ',',
                csv.has("quote") ? character(csv, "quote") : '"',
                csv.has("escape") ? character(csv, "escape") : null,
                csv.has("encoding") ? encoding(csv) : StandardCharsets.UTF_8,
                Set.copyOf(csv.texts("nothing")));
    }

    private static char character(YamlMap csv, String key) {
        String text = csv.text(key).equals("tab") ? "\t" : csv.text(key);
        if (text.length() != 1) {
            throw csv.bad(key, "\"" + key + "\" must be one character, or tab");
        }
        return text.charAt(0);
    }

    private static Charset encoding(YamlMap csv) {
        try {
            return Charset.forName(csv.text("encoding"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw csv.bad("encoding", "unknown encoding " + csv.text("encoding"));
        }
    }

    /** Every column that is read. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        events.forEach(rule -> columns.addAll(rule.columns()));
        if (snapshot != null) {
            columns.addAll(snapshot.columns());
        }
        return columns;
    }
}
