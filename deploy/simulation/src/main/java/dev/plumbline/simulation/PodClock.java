package dev.plumbline.simulation;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When the next thing happens: working time goes on in the calendar's hours only, no time at all in
 * a stop, and none after the end of the simulation.
 */
final class PodClock {
    /** Later than any end. */
    static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private static final double HOUR_MILLIS = 3_600_000;
    private static final double MINUTE_MILLIS = 60_000;

    private final WorkCalendar calendar;
    private final List<Span> stops;
    private final Instant end;

    /**
     * @param stops in order, not overlapping
     */
    PodClock(WorkCalendar calendar, List<Span> stops, Instant end) {
        this.calendar = calendar;
        this.end = end;
        this.stops = new ArrayList<>(stops);
        this.stops.add(new Span(end, NEVER));
    }

    /** The same clock with one more stop. */
    PodClock stoppedIn(Span span) {
        return new PodClock(calendar, List.of(span), end);
    }

    WorkCalendar calendar() {
        return calendar;
    }

    Instant end() {
        return end;
    }

    /** A working instant, so many working hours after {@code from}. */
    Instant after(Instant from, double hours) {
        long left = Math.max(1, Math.round(hours * HOUR_MILLIS));
        Instant at = from;
        for (Span stop : stops) {
            if (!stop.until().isAfter(at)) {
                continue;
            }
            if (!stop.contains(at)) {
                Instant reached = working(at, left);
                if (reached.isBefore(stop.from())) {
                    return reached;
                }
                left = Math.max(1, left - calendar.workingMillis(at, stop.from()));
            }
            at = stop.until();
        }
        return NEVER;
    }

    /** So many minutes after {@code from}, by day and by night; a stop is waited for. */
    Instant minutesAfter(Instant from, double minutes) {
        Instant at = from.plusMillis(Math.max(1, Math.round(minutes * MINUTE_MILLIS)));
        for (Span stop : stops) {
            if (stop.contains(at)) {
                at = stop.until().plusMillis(Math.round(minutes * MINUTE_MILLIS));
            }
        }
        return at.isBefore(end) ? at : NEVER;
    }

    /** {@code at}, or the first instant after a stop where one comes within so many hours. */
    Instant undisturbed(Instant at, double hours) {
        Instant until = plain(at, hours);
        for (Span stop : stops) {
            if (stop.overlaps(at, until)) {
                return stop.until().isBefore(NEVER)
                        ? undisturbed(after(stop.until(), 0.1), hours)
                        : NEVER;
            }
        }
        return at;
    }

    /** So many working hours later by the calendar alone: how a grace or a deadline runs. */
    Instant plain(Instant at, double hours) {
        return calendar.after(at, Math.round(hours * HOUR_MILLIS));
    }

    /** Working hours between by the calendar alone. */
    double hours(Instant from, Instant to) {
        return calendar.workingMillis(from, to) / HOUR_MILLIS;
    }

    /** Never the very end of a working day, which is no working time any more. */
    private Instant working(Instant from, long millis) {
        Instant at = calendar.after(from, millis);
        boolean worked = calendar.workingMillis(at, at.plusMillis(1)) > 0;
        return worked ? at : calendar.after(at, 1);
    }
}
