package dev.plumbline.verification;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Whose word it is that an item is done. One claim stands at a time, the first: who closes a ticket
 * after an agent said complete, or after the change that closes it was merged, adds no claim.
 */
final class ClaimRule {

    /** Working time between a claim and the first evidence that is still in time. */
    static final long GRACE_MILLIS = Duration.ofHours(4).toMillis();

    private static final Comparator<Claim> FIRST =
            Comparator.comparing(Claim::at).thenComparing(Claim::kind).thenComparing(Claim::event);

    private final WorkCalendar calendar;

    ClaimRule(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The claim that stands after an event of the item itself. */
    Claim own(Verification before, Standing now, Traces traces, WorkEvent event, ItemView item) {
        Standing was = before.standing();
        boolean back = now.state() != null && StandingRule.movesBack(was.state(), now.state());
        Claim standing = back || now.isCancelled() ? null : before.claim();
        if (item.type() != ObjectType.WORK_ITEM) {
            return standing;
        }
        boolean entersDone = now.isDone() && !was.isDone();
        if (entersDone) {
            standing = first(standing, done(event, item));
        }
        return closing(standing, now, traces);
    }

    /** The claim that stands after an event of a linked object. */
    Claim linked(Verification before, Standing now, Traces traces, WorkEvent event, ItemView item) {
        Claim standing = before.claim();
        Instant at = event.occurredAt();
        boolean says = event.type() == EventType.AGENT_CLAIMED_DONE && !now.isWithdrawn(at);
        boolean ofTheItem = item.type() == ObjectType.WORK_ITEM || !namesAWorkItem(event);
        if (says && ofTheItem && !now.isCancelled()) {
            standing =
                    first(
                            standing,
                            claim(
                                    event.id(),
                                    ClaimKind.SESSION,
                                    at,
                                    event.actor(),
                                    event.actorFor()));
        }
        return item.type() == ObjectType.WORK_ITEM ? closing(standing, now, traces) : standing;
    }

    private Claim closing(Claim claim, Standing now, Traces traces) {
        Claim standing = claim;
        for (LinkedChange change : traces.changes()) {
            boolean says = change.closes() && change.status() == ChangeStatus.MERGED;
            if (says && !now.isWithdrawn(change.statusAt()) && !now.isCancelled()) {
                standing =
                        first(
                                standing,
                                claim(
                                        change.statusEvent(),
                                        ClaimKind.CLOSES,
                                        change.statusAt(),
                                        change.author(),
                                        change.authorFor()));
            }
        }
        return standing;
    }

    private Claim claim(
            String event, ClaimKind kind, Instant at, Party claimer, String claimerFor) {
        Instant due = calendar.after(at, GRACE_MILLIS);
        return new Claim(event, kind, at, claimer, claimerFor, due, false);
    }

    /** A claim that has been judged stays, whatever earlier one becomes known. */
    private static Claim first(Claim standing, Claim other) {
        boolean stays =
                standing != null && (standing.judged() || FIRST.compare(standing, other) <= 0);
        return stays ? standing : other;
    }

    /** Where automation moved the item, or nobody is known to have, its owner claims. */
    private Claim done(WorkEvent event, ItemView item) {
        Party actor = event.actor();
        boolean known =
                actor != null
                        && actor.kind() != ActorKind.SERVICE
                        && actor.kind() != ActorKind.UNKNOWN;
        boolean owners = !known && item.owner() != null;
        return claim(
                event.id(),
                ClaimKind.DONE,
                event.occurredAt(),
                owners ? item.owner() : actor,
                owners ? null : event.actorFor());
    }

    private static boolean namesAWorkItem(WorkEvent event) {
        for (Link link : event.links()) {
            if (link.type() == ObjectType.WORK_ITEM) {
                return true;
            }
        }
        return false;
    }
}
