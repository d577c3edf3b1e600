package dev.plumbline.verification;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** When an item that does not move on becomes a finding. */
final class DeadlineRule {

    /** Working time an item may lie after all its changes are merged. */
    static final long STUCK_MILLIS = Duration.ofHours(8).toMillis();

    /** Working time an item may be active without a trace of its owner. */
    static final long GHOST_MILLIS = Duration.ofHours(16).toMillis();

    private final WorkCalendar calendar;

    DeadlineRule(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** After an event that became known at that instant. */
    Deadlines next(Deadlines before, Standing standing, Traces traces, ItemView item, Instant at) {
        boolean ticket = item.type() == ObjectType.WORK_ITEM;
        Instant stuckSince = ticket ? StuckAfterReality.since(standing, traces) : null;
        Instant ghostSince = ticket ? GhostWork.since(standing, traces) : null;
        return new Deadlines(
                stuckSince,
                due(before.stuckSince(), before.stuckDue(), stuckSince, STUCK_MILLIS),
                ghostSince,
                due(before.ghostSince(), before.ghostDue(), ghostSince, GHOST_MILLIS),
                at,
                before.settledUntil());
    }

    /** A deadline stays as it was given, whatever calendar the item moves to. */
    private Instant due(Instant since, Instant due, Instant now, long millis) {
        if (now == null) {
            return null;
        }
        return Objects.equals(since, now) ? due : calendar.after(now, millis);
    }
}
