package dev.plumbline.flow;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;

/** How one event of the item itself, in fold order, changes its progress. */
public final class ProgressRule {

    /** A reopening later than this after done is new work, not a correction. */
    public static final Duration REOPENED_SOON = Duration.ofDays(14);

    private ProgressRule() {}

    /**
     * Folds the event.
     *
     * @param ownerKind kind of whoever owned the item up to this event, null for nobody; decides
     *     which clock the time since the event before is taken on
     */
    public static ProgressStep next(
            Progress progress, WorkEvent event, ActorKind ownerKind, WorkCalendar calendar) {
        Progress current = account(progress, event.occurredAt(), ownerKind, calendar);
        current = FirstSight.of(current, event);
        StateCategory to = entered(current, event);
        Progress flagged = flagged(current, event);
        if (to == null) {
            return new ProgressStep(flagged, null, false, false);
        }
        return enter(flagged, to, event);
    }

    private static ProgressStep enter(Progress progress, StateCategory to, WorkEvent event) {
        Instant at = event.occurredAt();
        StateCategory from = progress.state();
        boolean reopened = from != null && from.finished() && !to.finished();
        boolean back = reopened || (from == StateCategory.REVIEW && to == StateCategory.ACTIVE);
        boolean soon =
                reopened
                        && progress.doneAt() != null
                        && !at.isAfter(progress.doneAt().plus(REOPENED_SOON));
        StateCategory finishedAs = to.finished() && to != from ? to : null;
        Progress next = progress.entered(to, event.stateRaw(), at, reopened, back, soon);
        return new ProgressStep(next, finishedAs, back, soon);
    }

    private static Progress account(
            Progress progress, Instant at, ActorKind ownerKind, WorkCalendar calendar) {
        if (progress.accountedUntil() == null || !progress.inProgress()) {
            return progress.accounted(at, 0, 0);
        }
        long millis = effectiveMillis(progress.accountedUntil(), at, ownerKind, calendar);
        boolean active = progress.state() == StateCategory.ACTIVE;
        return progress.accounted(at, active ? millis : 0, millis);
    }

    /** Working time for people and for nobody, elapsed time for agents and services. */
    public static long effectiveMillis(
            Instant from, Instant to, ActorKind kind, WorkCalendar calendar) {
        if (kind != null && kind.livesOnElapsedTime()) {
            return Duration.between(from, to).toMillis();
        }
        return calendar.workingMillis(from, to);
    }

    private static StateCategory entered(Progress progress, WorkEvent event) {
        if (event.objectType() == ObjectType.CHANGE) {
            return ChangeStates.entered(progress, event);
        }
        if (event.stateTo() == null && event.type() == EventType.WORK_ITEM_CREATED) {
            return progress.state() == null ? StateCategory.BACKLOG : null;
        }
        return event.stateTo();
    }

    private static Progress flagged(Progress progress, WorkEvent event) {
        boolean change = event.objectType() == ObjectType.CHANGE;
        return progress.flagged(
                isBlocked(progress, event),
                change && ChangeStates.draft(progress, event),
                change && ChangeStates.awaitsAuthor(progress, event));
    }

    private static boolean isBlocked(Progress progress, WorkEvent event) {
        return switch (event.type()) {
            case WORK_ITEM_BLOCKED -> true;
            case WORK_ITEM_UNBLOCKED -> false;
            default -> progress.blocked();
        };
    }
}
