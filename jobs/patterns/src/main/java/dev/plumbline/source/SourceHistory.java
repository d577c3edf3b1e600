package dev.plumbline.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a source. Bounded by the weeks kept: the latest eight in which it was
 * heard, more only while they hold too few gaps to learn from.
 *
 * @param firstAt first minute heard; null before it
 * @param lastAt last minute heard; null before the first
 * @param minutesHeard minutes in which it was heard
 * @param weeks in order of time
 * @param expectation null while too little is known
 * @param silence the silence that lasts; null while there is none
 */
public record SourceHistory(
        String org,
        String source,
        String container,
        Instant firstAt,
        Instant lastAt,
        long minutesHeard,
        List<HeardWeek> weeks,
        Expectation expectation,
        SilentSource silence) {

    private static final int WEEKS = 8;
    private static final int MOST_WEEKS = 53;

    static SourceHistory starting(String org, String source, String container) {
        return new SourceHistory(
                org, source, container, null, null, 0, new ArrayList<>(), null, null);
    }

    /** The same source, with nothing known of it. */
    public SourceHistory anew() {
        return starting(org, source, container);
    }

    public SourceState state() {
        if (silence != null) {
            return SourceState.SILENT;
        }
        return expectation == null ? SourceState.LEARNING : SourceState.HEARD;
    }

    SourceHistory heard(Instant minute, boolean working) {
        long week = HeardWeek.weekOf(minute);
        int last = weeks.size() - 1;
        if (last < 0 || weeks.get(last).week() != week) {
            weeks.add(HeardWeek.starting(week));
            last++;
        }
        weeks.set(last, weeks.get(last).withMinute(working));
        forgetOldWeeks();
        return new SourceHistory(
                org,
                source,
                container,
                firstAt == null ? minute : firstAt,
                minute,
                minutesHeard + 1,
                weeks,
                expectation,
                null);
    }

    HeardWeek openWeek() {
        return weeks.get(weeks.size() - 1);
    }

    SourceHistory expecting(Expectation next) {
        return new SourceHistory(
                org, source, container, firstAt, lastAt, minutesHeard, weeks, next, silence);
    }

    SourceHistory silent(SilentSource next) {
        return new SourceHistory(
                org, source, container, firstAt, lastAt, minutesHeard, weeks, expectation, next);
    }

    private void forgetOldWeeks() {
        while (weeks.size() > WEEKS) {
            long gapsLeft = weeks.stream().skip(1).mapToLong(HeardWeek::gaps).sum();
            if (gapsLeft < Expectation.FEWEST_GAPS && weeks.size() <= MOST_WEEKS) {
                return;
            }
            weeks.remove(0);
        }
    }
}
