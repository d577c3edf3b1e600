package dev.plumbline.verification;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what is said of an item with the traces of the work on it. Events come in the order in
 * which they became known; those of one instant in any order.
 *
 * <p>What an event means is decided when its instant is over: where it may mean anything, {@link
 * #nextDeadline} is then the instant of the event itself, and {@link #passed} is to be called when
 * all events up to it are told. An event first decides all that was due before it, so that a call
 * that comes late changes nothing.
 */
public final class VerificationRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Judgement judgement;

    public VerificationRule(EvidenceProfiles profiles) {
        judgement = new Judgement(profiles);
    }

    /**
     * An event of the item itself.
     *
     * @param item after the event
     * @param calendar of the item's pod: a grace that starts now is counted in it
     */
    public VerificationStep own(
            Verification before, WorkEvent event, ItemView item, WorkCalendar calendar) {
        Instant at = event.occurredAt();
        VerificationStep decided = judgement.before(before, at, item);
        Verification known = decided.next();
        Standing standing = StandingRule.next(known, event, item);
        Traces kept =
                standing.activeSince() == null || known.standing().activeSince() == null
                        ? known.traces().withoutWorkers()
                        : known.traces();
        Traces traces = TraceRule.worked(TraceRule.own(kept, event, standing), event, standing);
        Claim claim = new ClaimRule(calendar).own(known, standing, traces, event, item);
        boolean seen = Evidence.isFromSource(event.type());
        return step(decided, standing, traces, claim, item, at, calendar, seen);
    }

    /**
     * An event of a linked change, commit, run, deployment or session; of a change also the event
     * by which a work item names it.
     *
     * @param via over which object it reached the item
     * @param knownAt when both the event and the link were known; not before it occurred
     * @param item as it is by then
     */
    public VerificationStep linked(
            Verification before,
            WorkEvent event,
            Via via,
            Instant knownAt,
            ItemView item,
            WorkCalendar calendar) {
        VerificationStep decided = judgement.before(before, knownAt, item);
        Verification known = decided.next();
        Standing standing = StandingRule.linked(known.standing(), event, item);
        Traces linked = TraceRule.linked(known.traces(), event, via, item.id(), standing);
        Traces traces = TraceRule.worked(linked, event, standing);
        Claim claim = new ClaimRule(calendar).linked(known, standing, traces, event, item);
        boolean seen = Evidence.isFromSource(event.type());
        return step(decided, standing, traces, claim, item, knownAt, calendar, seen);
    }

    /**
     * Time came to {@code now} and all events up to then are told: everything due is decided, each
     * at its own instant.
     */
    public VerificationStep passed(Verification before, Instant now, ItemView item) {
        return judgement.until(before, now, item);
    }

    /** The item is forgotten at that instant: everything due is decided, what is open ends. */
    public VerificationStep forgotten(Verification before, Instant at, ItemView item) {
        VerificationStep decided = judgement.until(before, at, item);
        Verification next = decided.next();
        List<Finding> findings = new ArrayList<>(decided.findings());
        for (Finding open : decided.next().open()) {
            Finding ended = open.ended(at, Ending.as(FindingOutcome.FORGOTTEN));
            findings.add(ended);
            next = next.with(ended);
        }
        return new VerificationStep(next, findings, decided.claims(), false);
    }

    /** When something has to be decided next; null for never, if nothing else happens. */
    public Instant nextDeadline(Verification verification) {
        return verification.nextDeadline();
    }

    private static VerificationStep step(
            VerificationStep decided,
            Standing standing,
            Traces traces,
            Claim claim,
            ItemView item,
            Instant at,
            WorkCalendar calendar,
            boolean evidenceSeen) {
        Deadlines deadlines =
                new DeadlineRule(calendar)
                        .next(decided.next().deadlines(), standing, traces, item, at);
        List<Finding> open = decided.next().open();
        Verification next = new Verification(standing, traces, claim, deadlines, open);
        return new VerificationStep(
                next.isSettledAt(at) ? next.with(deadlines.settled(at)) : next,
                decided.findings(),
                decided.claims(),
                evidenceSeen);
    }
}
