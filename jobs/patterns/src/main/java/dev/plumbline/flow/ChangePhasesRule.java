package dev.plumbline.flow;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/** How one event, in fold order, changes the phases of a change. */
public final class ChangePhasesRule {

    private ChangePhasesRule() {}

    /**
     * Folds an event of the change itself.
     *
     * @param before how far it had come up to this event: says who had the ball
     * @param after how far it has come with it
     * @param author who opened it; null where that was not seen, and then it has no phases
     * @param calendar of its pod
     */
    public static ChangePhases next(
            ChangePhases phases,
            Progress before,
            Progress after,
            WorkEvent event,
            Party author,
            WorkCalendar calendar) {
        if (author == null) {
            return phases;
        }
        ChangePhases current = account(phases, before, event.occurredAt(), author.kind(), calendar);
        boolean byOther = event.isWork() && !Party.sameAccount(author, event.actor());
        if (current.approvedAt() != null && event.verdict() == Verdict.DISMISSED) {
            current = current.disapproved();
        }
        Instant ready = current.readyAt() == null ? readyAt(event, after) : current.readyAt();
        boolean reviewed = byOther && isReview(event);
        boolean responds = ready != null && byOther && isResponse(event);
        boolean approves = ready != null && reviewed && event.verdict() == Verdict.APPROVED;
        boolean byHuman = reviewed && event.actor().kind() == ActorKind.HUMAN;
        boolean asks =
                event.type() == EventType.CHANGE_REVIEW_REQUESTED
                        && current.firstResponseAt() == null;
        return current.reached(
                ready,
                first(current.firstResponseAt(), responds, event),
                first(current.approvedAt(), approves, event),
                mergedAt(current, event),
                current.changesRequested() || after.awaitsAuthor(),
                current.reviewedByHuman() || byHuman,
                current.reviewRequested() || asks);
    }

    /** Folds a commit of the change. */
    public static ChangePhases committed(ChangePhases phases, Instant at) {
        Instant known = phases.firstCommitAt();
        boolean earlier = known == null || at.isBefore(known);
        return earlier ? phases.traced(at, phases.deployedAt()) : phases;
    }

    /** Folds a successful production deployment of the change: the first one after the merge. */
    public static ChangePhases deployed(ChangePhases phases, Instant at) {
        Instant merged = phases.mergedAt();
        boolean first = phases.deployedAt() == null && merged != null && !at.isBefore(merged);
        return first ? phases.traced(phases.firstCommitAt(), at) : phases;
    }

    private static ChangePhases account(
            ChangePhases phases,
            Progress before,
            Instant to,
            ActorKind authorKind,
            WorkCalendar calendar) {
        Instant from = phases.accountedUntil();
        if (from == null || phases.readyAt() == null || before.isFinished()) {
            return phases.accounted(to, 0, 0, 0, 0, 0);
        }
        boolean authorsBall = before.draft() || before.awaitsAuthor();
        ActorKind waitedFor = authorsBall ? authorKind : null;
        long millis = ProgressRule.effectiveMillis(from, to, waitedFor, calendar);
        long rework = before.awaitsAuthor() ? millis : 0;
        if (phases.approvedAt() != null) {
            return phases.accounted(to, 0, 0, 0, rework, millis);
        }
        if (phases.firstResponseAt() == null) {
            return phases.accounted(to, authorsBall ? 0 : millis, 0, 0, rework, 0);
        }
        long author = authorsBall ? millis : 0;
        return phases.accounted(to, 0, millis - author, author, rework, 0);
    }

    private static Instant readyAt(WorkEvent event, Progress after) {
        boolean asks =
                event.type() == EventType.CHANGE_OPENED
                        || event.type() == EventType.CHANGE_READY
                        || event.type() == EventType.CHANGE_REOPENED;
        return asks && !after.draft() ? event.occurredAt() : null;
    }

    private static boolean isReview(WorkEvent event) {
        return event.type() == EventType.CHANGE_REVIEWED && event.verdict() != Verdict.DISMISSED;
    }

    private static boolean isResponse(WorkEvent event) {
        return isReview(event)
                || event.type() == EventType.CHANGE_COMMENTED
                || event.type() == EventType.CHANGE_MERGED;
    }

    private static Instant first(Instant known, boolean now, WorkEvent event) {
        return known == null && now ? event.occurredAt() : known;
    }

    private static Instant mergedAt(ChangePhases phases, WorkEvent event) {
        return switch (event.type()) {
            case CHANGE_MERGED -> event.occurredAt();
            case CHANGE_REOPENED -> null;
            default -> phases.mergedAt();
        };
    }
}
