package dev.plumbline.tools.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as they stand in events: ISO-8601 with an offset, kept to the millisecond. */
public final class EventTime {
    /** No work tool that we read is older: an earlier time is a clock or a parser gone wrong. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final DateTimeFormatter WITH_OFFSET =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter();

    private EventTime() {}

    /**
     * The instant of an ISO-8601 text with offset ({@code Z}, {@code +01:00}, {@code +0100}).
     *
     * @param field names the place in the reason
     * @throws RejectedLine {@code bad_time} or {@code implausible_time}
     */
    public static Instant parse(String field, String text) throws RejectedLine {
        try {
            return plausible(field, OffsetDateTime.parse(text, WITH_OFFSET).toInstant());
        } catch (DateTimeException unreadable) {
            throw new RejectedLine("bad_time: " + field + " " + explain(text));
        }
    }

    /** The instant of epoch milliseconds. */
    static Instant ofEpochMillis(String field, long millis) throws RejectedLine {
        return plausible(field, Instant.ofEpochMilli(millis));
    }

    /**
     * The instant of epoch seconds, with or without a fraction, written as text.
     *
     * @throws RejectedLine {@code bad_time} or {@code implausible_time}
     */
    public static Instant ofEpochSeconds(String field, String text) throws RejectedLine {
        return ofEpoch(field, text, 3, "seconds");
    }

    /** The instant of epoch milliseconds written as text. */
    public static Instant ofEpochMillis(String field, String text) throws RejectedLine {
        return ofEpoch(field, text, 0, "milliseconds");
    }

    /**
     * A whole number written as text.
     *
     * @throws RejectedLine {@code bad_value}
     */
    public static long wholeNumber(String field, String text) throws RejectedLine {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException unreadable) {
            throw new RejectedLine(
                    "bad_value: " + field + " is " + Quote.of(text) + ", not a whole number");
        }
    }

    private static Instant ofEpoch(String field, String text, int powerOfTen, String unit)
            throws RejectedLine {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (number.precision() - number.scale() > 18) {
                throw new ArithmeticException();
            }
            long millis = number.scaleByPowerOfTen(powerOfTen).longValue();
            return ofEpochMillis(field, millis);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new RejectedLine(
                    "bad_time: " + field + " is " + Quote.of(text) + ", not epoch " + unit);
        }
    }

    /** The instant to the millisecond, where it lies between 1990 and the year 9999. */
    public static Instant plausible(String field, Instant instant) throws RejectedLine {
        if (instant.isBefore(EARLIEST)) {
            throw new RejectedLine(
                    "implausible_time: " + field + " " + instant + " lies before 1990");
        }
        if (!instant.isBefore(END)) {
            throw new RejectedLine(
                    "implausible_time: " + field + " " + instant + " lies after the year 9999");
        }
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }

    private static String explain(String text) {
        try {
            LocalDateTime.parse(text);
            return "has no offset, write Z or +01:00 behind " + Quote.of(text);
        } catch (DateTimeException unreadable) {
            return "is "
                    + Quote.of(text)
                    + ", neither ISO-8601 with offset nor epoch milliseconds as a number";
        }
    }
}
