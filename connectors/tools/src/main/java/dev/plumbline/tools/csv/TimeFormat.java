package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.EventTime;
import dev.plumbline.tools.json.Quote;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;

/**
 * How times are written.
 *
 * @param name {@code iso}, {@code epoch_seconds}, {@code epoch_millis} or a pattern of letters
 * @param pattern reads the time where the name is a pattern
 * @param zone of times that carry no offset; null where such times are refused
 */
record TimeFormat(String name, DateTimeFormatter pattern, ZoneId zone) {
    static final TimeFormat ISO = new TimeFormat("iso", null, null);
    private static final Set<String> KEYS = Set.of("value", "format", "zone");

    /** The format in this mapping, with what it does not say taken from another. */
    static TimeFormat read(YamlMap yaml, TimeFormat fallback) {
        yaml.allow(KEYS);
        String name = yaml.has("format") ? yaml.text("format") : fallback.name();
        ZoneId zone = yaml.has("zone") ? zone(yaml) : fallback.zone();
        boolean named = Set.of("iso", "epoch_seconds", "epoch_millis").contains(name);
        return new TimeFormat(name, named ? null : pattern(yaml, name), zone);
    }

    private static ZoneId zone(YamlMap yaml) {
        try {
            return ZoneId.of(yaml.text("zone"));
        } catch (DateTimeException unknown) {
            throw yaml.bad("zone", "unknown time zone " + Quote.of(yaml.text("zone")));
        }
    }

    /** A padding letter in the wrong place is a ClassCastException in JDK 17. */
    private static DateTimeFormatter pattern(YamlMap yaml, String name) {
        try {
            return DateTimeFormatter.ofPattern(name, Locale.ENGLISH);
        } catch (IllegalArgumentException | ClassCastException broken) {
            throw yaml.bad(
                    "format",
                    Quote.of(name) + " is none of iso, epoch_seconds, epoch_millis or a pattern");
        }
    }

    Instant parse(String field, String text) throws RejectedLine {
        if (name.equals("epoch_seconds")) {
            return EventTime.ofEpochSeconds(field, text);
        }
        if (name.equals("epoch_millis")) {
            return EventTime.ofEpochMillis(field, text);
        }
        if (pattern == null && zone == null) {
            return EventTime.parse(field, text);
        }
        DateTimeFormatter format = pattern == null ? DateTimeFormatter.ISO_DATE_TIME : pattern;
        try {
            return EventTime.plausible(field, instant(field, text, format));
        } catch (DateTimeException unreadable) {
            throw new RejectedLine(
                    "bad_time: " + field + " is " + Quote.of(text) + ", not of the format " + name);
        }
    }

    private Instant instant(String field, String text, DateTimeFormatter format)
            throws RejectedLine {
        TemporalAccessor read =
                format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        if (zone == null) {
            throw new RejectedLine(
                    "bad_time: "
                            + field
                            + " is "
                            + Quote.of(text)
                            + " and the mapping has no zone");
        }
        LocalDateTime local =
                read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
        return local.atZone(zone).toInstant();
    }
}
