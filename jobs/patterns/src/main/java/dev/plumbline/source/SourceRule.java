package dev.plumbline.source;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When a source is silent: nothing, heartbeats included, for longer than its own gaps explain. What
 * is expected on a day follows from the gaps before that day; the very first time, from those up to
 * the moment when there are 30, heard on five days. A silence that ends teaches a gap of the length
 * that was expected and no more: one outage does not excuse the next, and a rhythm that became
 * slower is learned all the same. Not safe for several threads.
 */
public final class SourceRule implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FLOOR = Duration.ofMinutes(Expectation.FLOOR_MINUTES);

    private final WorkCalendar calendar;
    private final Days days;
    private final Duration forgetAfter;
    private final Duration shortest;

    /**
     * @param calendar of the organisation
     * @param forgetAfter a source silent for so long is taken for one that is no more
     */
    public SourceRule(WorkCalendar calendar, Duration forgetAfter) {
        this.calendar = calendar;
        this.days = new Days(calendar.zone());
        this.forgetAfter = forgetAfter;
        this.shortest = forgetAfter.compareTo(FLOOR) < 0 ? forgetAfter : FLOOR;
    }

    /** A source of which nothing is known yet. */
    public SourceHistory start(SourceBeat beat) {
        return SourceHistory.starting(beat.org(), beat.source(), beat.container());
    }

    /**
     * Hears a source and lets time pass.
     *
     * @param minutes minutes in which it was heard, ascending; one that is not after the last one
     *     known says nothing new
     * @param now up to where the clock has come; every minute before it is complete
     */
    public SourceStep advance(SourceHistory history, List<Instant> minutes, Instant now) {
        List<SilentSource> silences = new ArrayList<>();
        SourceHistory current = history;
        for (Instant minute : minutes) {
            current = pass(current, minute, silences);
            if (isForgotten(current, minute)) {
                forget(current, silences);
                current = history.anew();
            }
            current = hear(current, minute, silences);
        }
        current = pass(current, now, silences);
        boolean forgotten = isForgotten(current, now);
        if (forgotten) {
            forget(current, silences);
        }
        return new SourceStep(current, silences, forgotten);
    }

    /** When something is to be said though nothing is heard; of a source that was heard once. */
    public Instant lookAt(SourceHistory history) {
        Instant forgetAt = history.lastAt().plus(forgetAfter);
        Instant silentAt = silentAt(history);
        return silentAt == null || forgetAt.isBefore(silentAt) ? forgetAt : silentAt;
    }

    /**
     * Before that instant no silence after a minute can be claimed, whatever is heard before it.
     *
     * @param history what is known, not of that minute yet
     */
    public Instant earliestSilence(SourceHistory history, Instant minute) {
        Expectation expectation = history.expectation();
        boolean holds = expectation != null && expectation.day() == days.of(minute);
        return holds ? expectedBy(expectation, minute) : minute.plus(FLOOR);
    }

    private SourceHistory pass(SourceHistory history, Instant now, List<SilentSource> silences) {
        if (history.lastAt() == null || now.isBefore(history.lastAt().plus(shortest))) {
            return history;
        }
        Instant silentAt = silentAt(history);
        if (silentAt == null || silentAt.isAfter(now)) {
            return history;
        }
        SourceHistory silent = history.silent(detected(history, silentAt));
        silences.add(silent.silence());
        return silent;
    }

    private boolean isForgotten(SourceHistory history, Instant now) {
        return history.lastAt() != null && !history.lastAt().plus(forgetAfter).isAfter(now);
    }

    private void forget(SourceHistory history, List<SilentSource> silences) {
        if (history.silence() != null) {
            Instant forgetAt = history.lastAt().plus(forgetAfter);
            silences.add(history.silence().ended(forgetAt, SilenceOutcome.FORGOTTEN));
        }
    }

    /** Null where it is silent already, or too little is known to expect anything. */
    private Instant silentAt(SourceHistory history) {
        boolean none = history.expectation() == null || history.silence() != null;
        return none ? null : expectedBy(history.expectation(), history.lastAt());
    }

    private Instant expectedBy(Expectation expectation, Instant last) {
        Duration expected = MINUTE.multipliedBy(expectation.minutes());
        if (expectation.clock() == GapClock.ELAPSED) {
            return last.plus(expected);
        }
        Instant worked = calendar.after(last, expected.toMillis());
        Instant minute = worked.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(worked) ? minute : minute.plus(MINUTE);
    }

    private static SilentSource detected(SourceHistory history, Instant at) {
        Expectation expectation = history.expectation();
        return new SilentSource(
                history.org(),
                history.source(),
                history.container(),
                history.lastAt(),
                at,
                null,
                SilenceOutcome.OPEN,
                expectation.clock(),
                MINUTE.multipliedBy(expectation.minutes()).toSeconds());
    }

    private SourceHistory hear(SourceHistory history, Instant minute, List<SilentSource> silences) {
        Instant last = history.lastAt();
        if (last != null && !minute.isAfter(last)) {
            return history;
        }
        if (history.silence() != null) {
            silences.add(history.silence().ended(minute, SilenceOutcome.HEARD));
        }
        long day = days.of(minute);
        Expectation before = history.expectation();
        Expectation today = before;
        if (before != null && before.day() != day) {
            today = Expectation.learned(history.weeks(), day);
        }
        boolean working = calendar.workingMillis(minute, minute.plus(MINUTE)) > 0;
        HeardWeeks taught = history.weeks().with(day, working);
        if (last != null) {
            taught = withGap(taught, before, last, minute);
        }
        Expectation expected = today == null ? Expectation.learned(taught, day) : today;
        return history.heard(minute, taught, expected);
    }

    private HeardWeeks withGap(HeardWeeks weeks, Expectation expected, Instant from, Instant to) {
        long elapsed = Duration.between(from, to).toMinutes();
        long working = calendar.workingMillis(from, to) / MINUTE.toMillis();
        if (expected == null) {
            return weeks.withGap(elapsed, working);
        }
        return weeks.withGap(
                Math.min(elapsed, expected.elapsedMinutes()),
                Math.min(working, expected.workingMinutes()));
    }
}
