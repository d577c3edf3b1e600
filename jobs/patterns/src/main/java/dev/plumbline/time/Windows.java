package dev.plumbline.time;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * Calendar days and ISO weeks of a zone as windows [start, end) without gap or overlap: every
 * instant is in exactly one window of a grain.
 *
 * <p>A window starts at the first instant of its local day, so it has 23 or 25 hours where the
 * clocks change. A day the zone left out (Samoa, 2011-12-30) has no window. Where clocks were set
 * back across midnight, the repeated end of the old day belongs to the new one.
 */
public record Windows(ZoneId zone) implements Serializable {
    public Windows {
        Objects.requireNonNull(zone, "zone");
    }

    /** First instant of the window that contains {@code at}. */
    public Instant start(Grain grain, Instant at) {
        return startOf(grain, dayOf(at));
    }

    /** End, exclusive, of the window that contains {@code at}: the start of the next one. */
    public Instant end(Grain grain, Instant at) {
        LocalDate date = dayOf(startOf(grain, dayOf(at)));
        return switch (grain) {
            case DAY -> startOfDay(date.plusDays(1));
            case WEEK -> startOf(grain, date.plusWeeks(1));
        };
    }

    /** The day whose window contains {@code at}. */
    public LocalDate dayOf(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return startOfDay(date.plusDays(1)).isAfter(at) ? date : date.plusDays(1);
    }

    /** First instant of that local day. */
    public Instant startOfDay(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Instant startOf(Grain grain, LocalDate date) {
        return switch (grain) {
            case DAY -> startOfDay(date);
            case WEEK -> startOfDay(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        };
    }
}
