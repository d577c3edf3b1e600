package dev.plumbline.time;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * When people work: a zone, weekdays, hours and holidays.
 *
 * <p>An instant is working time when its local date in {@code zone} is one of {@code days} and no
 * holiday, and its local time is in [{@code from}, {@code to}). This holds through every change of
 * the zone's offset: an hour that is skipped does not exist, an hour that is repeated counts twice.
 *
 * <p>Working time is counted from 1990-01-01 to 2100-12-31 (UTC); outside of it nothing is working
 * time. The first question builds a table of about 0.7 MB; from then on every answer takes constant
 * time and allocates nothing. Safe for use by several threads.
 */
public final class WorkCalendar implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime SEVENTEEN = LocalTime.of(17, 0);

    private final ZoneId zone;
    private final EnumSet<DayOfWeek> days;
    private final LocalTime from;
    private final LocalTime to;
    private final TreeSet<LocalDate> holidays;

    /** Built at first use, never serialised; immutable, so that a race builds it twice at worst. */
    private transient WorkingSpans spans;

    /**
     * A calendar of these days and hours.
     *
     * @param to end of work, exclusive; midnight stands for the end of the day (24:00)
     * @throws IllegalArgumentException when there is no day, or the hours do not end after they
     *     start on the same day
     */
    public WorkCalendar(
            ZoneId zone,
            Set<DayOfWeek> days,
            LocalTime from,
            LocalTime to,
            Set<LocalDate> holidays) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one working day");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "Working hours must end after they start: " + from + "-" + to);
        }
        this.zone = Objects.requireNonNull(zone, "zone");
        this.days = EnumSet.copyOf(days);
        this.from = from;
        this.to = to;
        this.holidays = new TreeSet<>(holidays);
    }

    /** Monday to Friday, 09:00 to 17:00, no holidays. */
    public static WorkCalendar standard(ZoneId zone) {
        EnumSet<DayOfWeek> mondayToFriday = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new WorkCalendar(zone, mondayToFriday, NINE, SEVENTEEN, Set.of());
    }

    public ZoneId zone() {
        return zone;
    }

    public Set<DayOfWeek> days() {
        return EnumSet.copyOf(days);
    }

    /** Start of work, inclusive. */
    public LocalTime from() {
        return from;
    }

    /** End of work, exclusive; midnight stands for 24:00. */
    public LocalTime to() {
        return to;
    }

    public Set<LocalDate> holidays() {
        return new TreeSet<>(holidays);
    }

    /** Working time in [{@code from}, {@code to}) in whole seconds, rounded down; 0 if negative. */
    public long workingSeconds(Instant from, Instant to) {
        return workingMillis(from, to) / 1000;
    }

    /** Working time in [{@code from}, {@code to}) in milliseconds; 0 if negative. */
    public long workingMillis(Instant from, Instant to) {
        return workingMillis(WorkingSpans.clampedMillis(from), WorkingSpans.clampedMillis(to));
    }

    /** As {@link #workingMillis(Instant, Instant)}, for instants in milliseconds of the epoch. */
    public long workingMillis(long fromMillis, long toMillis) {
        if (toMillis <= fromMillis) {
            return 0;
        }
        WorkingSpans table = spans();
        return table.workedUntil(toMillis) - table.workedUntil(fromMillis);
    }

    /**
     * The first instant at which that much working time has passed since {@code from}; {@code from}
     * itself for none.
     *
     * @param workingMillis not negative
     */
    public Instant after(Instant from, long workingMillis) {
        if (workingMillis == 0) {
            return from;
        }
        WorkingSpans table = spans();
        long worked = table.workedUntil(WorkingSpans.clampedMillis(from));
        return Instant.ofEpochMilli(table.reaching(worked + workingMillis));
    }

    boolean worksOn(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    private WorkingSpans spans() {
        WorkingSpans table = spans;
        if (table == null) {
            table = WorkingSpans.of(this);
            spans = table;
        }
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar calendar
                && zone.equals(calendar.zone)
                && days.equals(calendar.days)
                && from.equals(calendar.from)
                && to.equals(calendar.to)
                && holidays.equals(calendar.holidays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, days, from, to, holidays);
    }

    @Override
    public String toString() {
        return days + " " + from + "-" + to + " " + zone + ", " + holidays.size() + " holidays";
    }
}
