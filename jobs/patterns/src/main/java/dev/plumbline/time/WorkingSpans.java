package dev.plumbline.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The working spans of a calendar in order, with the working time that came before each.
 *
 * <p>Between two changes of the zone's offset local time runs evenly, so a span is cut there and
 * nowhere else. A span is found through the UTC day of the instant and a step or two from there.
 */
final class WorkingSpans {
    static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2101-01-01T00:00:00Z");
    private static final long FIRST_MILLIS = FIRST.toEpochMilli();
    private static final long END_MILLIS = END.toEpochMilli();
    private static final long UTC_DAY_MILLIS = 86_400_000;

    private final long[] starts;
    private final long[] ends;
    private final long[] workedBefore;
    private final int[] firstSpanOfUtcDay;

    private WorkingSpans(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        workedBefore = new long[starts.length];
        for (int span = 1; span < starts.length; span++) {
            workedBefore[span] = workedBefore[span - 1] + ends[span - 1] - starts[span - 1];
        }
        firstSpanOfUtcDay = new int[(int) ((END_MILLIS - FIRST_MILLIS) / UTC_DAY_MILLIS) + 1];
        int span = 0;
        for (int day = 0; day < firstSpanOfUtcDay.length; day++) {
            while (ends[span] <= FIRST_MILLIS + day * UTC_DAY_MILLIS) {
                span++;
            }
            firstSpanOfUtcDay[day] = span;
        }
    }

    static WorkingSpans of(WorkCalendar calendar) {
        Collector collector = new Collector(calendar);
        ZoneRules rules = calendar.zone().getRules();
        Instant start = FIRST;
        while (start.isBefore(END)) {
            ZoneOffsetTransition next = rules.nextTransition(start);
            Instant end = next == null || next.getInstant().isAfter(END) ? END : next.getInstant();
            collector.addEvenTime(start, end, rules.getOffset(start));
            start = end;
        }
        return collector.spans();
    }

    /** Milliseconds of the epoch, drawn into the counted range; fractions are cut off. */
    static long clampedMillis(Instant at) {
        long seconds = at.getEpochSecond();
        if (seconds < FIRST.getEpochSecond()) {
            return FIRST_MILLIS;
        }
        return seconds >= END.getEpochSecond() ? END_MILLIS : at.toEpochMilli();
    }

    /** Working milliseconds from the beginning of the counted range to {@code millis}. */
    long workedUntil(long millis) {
        long at = Math.max(FIRST_MILLIS, Math.min(END_MILLIS, millis));
        int span = firstSpanOfUtcDay[(int) ((at - FIRST_MILLIS) / UTC_DAY_MILLIS)];
        while (ends[span] <= at) {
            span++;
        }
        return workedBefore[span] + Math.max(0, at - starts[span]);
    }

    /** The first millisecond of the epoch up to which so much has been worked. */
    long reaching(long worked) {
        int found = Arrays.binarySearch(workedBefore, worked);
        int span = found >= 0 ? found - 1 : -found - 2;
        return Math.min(END_MILLIS, starts[span] + worked - workedBefore[span]);
    }

    /** Gathers spans in order; the last one lies beyond all time, so that a search always ends. */
    private static final class Collector {
        private final WorkCalendar calendar;
        private long[] starts = new long[1 << 15];
        private long[] ends = new long[1 << 15];
        private int size;

        Collector(WorkCalendar calendar) {
            this.calendar = calendar;
        }

        void addEvenTime(Instant start, Instant end, ZoneOffset offset) {
            LocalDate last = LocalDateTime.ofInstant(end, offset).toLocalDate();
            LocalDate date = LocalDateTime.ofInstant(start, offset).toLocalDate();
            for (; !date.isAfter(last); date = date.plusDays(1)) {
                if (calendar.worksOn(date)) {
                    long from = millis(date, calendar.from(), offset);
                    LocalDate endDate =
                            calendar.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
                    long to = millis(endDate, calendar.to(), offset);
                    add(Math.max(from, start.toEpochMilli()), Math.min(to, end.toEpochMilli()));
                }
            }
        }

        private static long millis(LocalDate date, LocalTime time, ZoneOffset offset) {
            return date.toEpochDay() * UTC_DAY_MILLIS
                    + time.toNanoOfDay() / 1_000_000
                    - offset.getTotalSeconds() * 1000L;
        }

        private void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        WorkingSpans spans() {
            add(END_MILLIS, Long.MAX_VALUE);
            return new WorkingSpans(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
