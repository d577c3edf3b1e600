package dev.plumbline.source;

import dev.plumbline.time.WorkCalendar;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When a source is silent: nothing, heartbeats included, for longer than its own gaps explain. What
 * is expected on a day follows from the gaps before that day; the very first time, from the first
 * 30 gaps. A silence that ends teaches a gap of the length that was expected and no more: one
 * outage does not excuse the next, and a rhythm that became slower is learned all the same.
 */
public final class SourceRule implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WorkCalendar calendar;
    private final ZoneId zone;
    private final Duration forgetAfter;

    /**
     * @param calendar of the organisation
     * @param forgetAfter a source silent for so long is taken for one that is no more
     */
    public SourceRule(WorkCalendar calendar, Duration forgetAfter) {
        this.calendar = calendar;
        this.zone = calendar.zone();
        this.forgetAfter = forgetAfter;
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
            if (current == null) {
                current = history.anew();
            }
            current = hear(current, minute, silences);
        }
        return new SourceStep(pass(current, now, silences), silences);
    }

    /** When something is to be said though nothing is heard; of a source that was heard once. */
    public Instant lookAt(SourceHistory history) {
        Instant forgetAt = history.lastAt().plus(forgetAfter);
        Instant silentAt = silentAt(history);
        return silentAt == null || forgetAt.isBefore(silentAt) ? forgetAt : silentAt;
    }

    /** Before that instant no silence after this minute can be claimed, whatever is learned. */
    public static Instant earliestSilence(Instant minute) {
        return minute.plus(Duration.ofMinutes(Expectation.FLOOR_MINUTES));
    }

    private SourceHistory pass(SourceHistory history, Instant now, List<SilentSource> silences) {
        SourceHistory current = history;
        if (current.lastAt() == null) {
            return current;
        }
        Instant silentAt = silentAt(current);
        if (silentAt != null && !silentAt.isAfter(now)) {
            current = current.silent(detected(current, silentAt));
            silences.add(current.silence());
        }
        Instant forgetAt = current.lastAt().plus(forgetAfter);
        if (forgetAt.isAfter(now)) {
            return current;
        }
        if (current.silence() != null) {
            silences.add(current.silence().ended(forgetAt, SilenceOutcome.FORGOTTEN));
        }
        return null;
    }

    /** Null where it is silent already, or too little is known to expect anything. */
    private Instant silentAt(SourceHistory history) {
        Expectation expectation = history.expectation();
        if (expectation == null || history.silence() != null) {
            return null;
        }
        Duration expected = MINUTE.multipliedBy(expectation.minutes());
        if (expectation.clock() == GapClock.ELAPSED) {
            return history.lastAt().plus(expected);
        }
        Instant worked = calendar.after(history.lastAt(), expected.toMillis());
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
        long day = minute.atZone(zone).toLocalDate().toEpochDay();
        Expectation before = history.expectation();
        Expectation today = before;
        if (before != null && before.day() != day) {
            today = Expectation.learned(history.weeks(), day);
        }
        boolean working = calendar.workingMillis(minute, minute.plus(MINUTE)) > 0;
        SourceHistory next = history.heard(minute, working);
        if (last != null) {
            learnGap(next.openWeek(), before, last, minute);
        }
        return next.expecting(today == null ? Expectation.learned(next.weeks(), day) : today);
    }

    private void learnGap(HeardWeek week, Expectation expected, Instant from, Instant to) {
        long elapsed = Duration.between(from, to).toMinutes();
        long working = calendar.workingMillis(from, to) / MINUTE.toMillis();
        if (expected == null) {
            week.addGap(elapsed, working);
            return;
        }
        week.addGap(
                Math.min(elapsed, expected.elapsedMinutes()),
                Math.min(working, expected.workingMinutes()));
    }
}
