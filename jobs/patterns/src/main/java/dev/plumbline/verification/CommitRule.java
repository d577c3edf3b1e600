package dev.plumbline.verification;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.List;

/**
 * A commit that belongs to neither a work item nor a change is orphan work, after a grace: commits
 * are pushed before the change that proposes them is opened. What a service pushes is none.
 */
public final class CommitRule {

    private CommitRule() {}

    /** The commit was pushed. */
    public static CommitWatch pushed(WorkEvent event, WorkCalendar calendar) {
        boolean linked = event.links().stream().anyMatch(CommitRule::isWork);
        Instant due = calendar.after(event.occurredAt(), ClaimRule.GRACE_MILLIS);
        return new CommitWatch(
                event.objectId(),
                event.container(),
                event.id(),
                event.occurredAt(),
                due,
                Party.kindOf(event.actor()) != ActorKind.SERVICE,
                linked,
                null);
    }

    /** It became known at that instant, by that event, that it belongs to something. */
    public static CommitStep linked(CommitWatch watch, Instant at, String event) {
        CommitWatch next = with(watch, true, null);
        if (watch.open() == null) {
            return new CommitStep(next, null);
        }
        Ending ending = Ending.as(FindingOutcome.LINKED, event);
        return new CommitStep(next, watch.open().ended(at, ending));
    }

    /** It is forgotten at that instant: the end of its finding; null where none is open. */
    public static Finding forgotten(CommitWatch watch, Instant at) {
        return watch.open() == null
                ? null
                : watch.open().ended(at, Ending.as(FindingOutcome.FORGOTTEN));
    }

    /** Time came to {@code now}, and every link known up to then is told. */
    public static CommitStep passed(CommitWatch watch, Instant now) {
        Instant due = nextDeadline(watch);
        if (due == null || now.isBefore(due)) {
            return new CommitStep(watch, null);
        }
        if (!watch.expectsLink()) {
            return new CommitStep(with(watch, true, null), null);
        }
        Suspicion why = new Suspicion(null, watch.event(), List.of());
        Finding opened =
                Finding.opened(
                        FindingKind.ORPHAN_WORK,
                        ObjectType.COMMIT,
                        watch.id(),
                        watch.container(),
                        due,
                        why);
        return new CommitStep(with(watch, false, opened), opened);
    }

    /** When its grace is over; null where nothing is left to decide. */
    public static Instant nextDeadline(CommitWatch watch) {
        return watch.settled() || watch.open() != null ? null : watch.due();
    }

    private static boolean isWork(Link link) {
        return link.carriesWork();
    }

    private static CommitWatch with(CommitWatch watch, boolean settled, Finding open) {
        return new CommitWatch(
                watch.id(),
                watch.container(),
                watch.event(),
                watch.pushedAt(),
                watch.due(),
                watch.expectsLink(),
                settled,
                open);
    }
}
