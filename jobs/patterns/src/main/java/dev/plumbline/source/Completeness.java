package dev.plumbline.source;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a window could be seen: the mean over containers of the share of its time outside
 * silences. That time is working time where the silence was measured on it, else elapsed; what has
 * no working time is seen whole.
 */
public final class Completeness {

    private Completeness() {}

    /**
     * The share of [{@code from}, {@code asOf}) that was seen, 0 to 1; 1 where there is no
     * container.
     *
     * @param silences in any order; those detected after {@code asOf} are not known yet, and one
     *     that ended after it lasts
     * @param asOf counted to the minute, as silences are
     */
    public static double of(
            Collection<String> containers,
            Collection<SilentSource> silences,
            Instant from,
            Instant asOf,
            WorkCalendar calendar) {
        Instant to = asOf.truncatedTo(ChronoUnit.MINUTES);
        if (containers.isEmpty() || !from.isBefore(to)) {
            return 1;
        }
        double seen = 0;
        for (String container : containers.stream().sorted().toList()) {
            List<SilentSource> hiding =
                    silences.stream()
                            .filter(silence -> silence.hides(container))
                            .filter(silence -> !silence.detectedAt().isAfter(to))
                            .sorted(Comparator.comparing(SilentSource::since))
                            .toList();
            seen += seen(hiding, from, to, calendar);
        }
        return seen / containers.size();
    }

    private static double seen(
            List<SilentSource> hiding, Instant from, Instant to, WorkCalendar calendar) {
        boolean elapsed = hiding.stream().anyMatch(s -> s.clock() == GapClock.ELAPSED);
        long whole = millis(from, to, elapsed, calendar);
        if (hiding.isEmpty() || whole == 0) {
            return 1;
        }
        long hidden = 0;
        Instant reached = from;
        for (SilentSource silence : hiding) {
            Instant start = silence.since().isAfter(reached) ? silence.since() : reached;
            boolean lasts = silence.endedAt() == null || silence.endedAt().isAfter(to);
            Instant end = lasts ? to : silence.endedAt();
            if (start.isBefore(end)) {
                hidden += millis(start, end, elapsed, calendar);
                reached = end;
            }
        }
        return (double) (whole - hidden) / whole;
    }

    private static long millis(Instant from, Instant to, boolean elapsed, WorkCalendar calendar) {
        return elapsed ? to.toEpochMilli() - from.toEpochMilli() : calendar.workingMillis(from, to);
    }
}
