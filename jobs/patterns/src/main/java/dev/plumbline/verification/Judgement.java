package dev.plumbline.verification;

import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.ObjectType;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Decides what all that is known at an instant means: claims judged, findings opened and ended.
 * Nothing else opens or ends one, so that the order of events of one instant does not matter.
 */
final class Judgement implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UnverifiedDone unverified;
    private final EnumMap<FindingKind, FindingRule> ofWorkItems = new EnumMap<>(FindingKind.class);
    private final EnumMap<FindingKind, FindingRule> ofChanges = new EnumMap<>(FindingKind.class);

    Judgement(EvidenceProfiles profiles) {
        unverified = new UnverifiedDone(profiles);
        ofWorkItems.put(FindingKind.UNVERIFIED_DONE, unverified);
        ofWorkItems.put(FindingKind.CONTRADICTED_DONE, new ContradictedDone());
        ofWorkItems.put(FindingKind.STUCK_AFTER_REALITY, new StuckAfterReality());
        ofWorkItems.put(FindingKind.GHOST_WORK, new GhostWork(profiles));
        ofChanges.put(FindingKind.UNVERIFIED_DONE, unverified);
        ofChanges.put(FindingKind.ORPHAN_WORK, new OrphanWork());
    }

    /** Everything due up to that instant, each at its own. */
    VerificationStep until(Verification before, Instant now, ItemView item) {
        return decide(before, now, true, item);
    }

    /** Everything due before that instant. */
    VerificationStep before(Verification before, Instant now, ItemView item) {
        return decide(before, now, false, item);
    }

    private VerificationStep decide(
            Verification before, Instant now, boolean inclusive, ItemView item) {
        List<Finding> findings = new ArrayList<>(0);
        List<ClaimJudged> claims = new ArrayList<>(0);
        Verification current = before;
        Instant due = current.nextDeadline();
        while (due != null && (inclusive ? !due.isAfter(now) : due.isBefore(now))) {
            current = settle(current, due, item, findings, claims);
            due = current.nextDeadline();
        }
        return new VerificationStep(current, findings, claims, false);
    }

    private Verification settle(
            Verification before,
            Instant at,
            ItemView item,
            List<Finding> findings,
            List<ClaimJudged> claims) {
        Verification current = judgeClaim(before, at, claims);
        boolean change = item.type() == ObjectType.CHANGE;
        for (Map.Entry<FindingKind, FindingRule> rule :
                (change ? ofChanges : ofWorkItems).entrySet()) {
            current = settle(current, at, item, rule.getKey(), rule.getValue(), findings);
        }
        return current.with(current.deadlines().settled(at));
    }

    private Verification judgeClaim(Verification before, Instant at, List<ClaimJudged> claims) {
        ClaimJudged judged = unverified.judged(before, at);
        if (judged == null) {
            return before;
        }
        if (unverified.judges(before)) {
            claims.add(judged);
        }
        return before.with(before.claim().asJudged());
    }

    private static Verification settle(
            Verification before,
            Instant at,
            ItemView item,
            FindingKind kind,
            FindingRule rule,
            List<Finding> findings) {
        boolean waived = before.standing().waives(kind);
        Suspicion why = waived ? null : rule.at(before, at);
        Finding open = before.open(kind);
        Verification current = before;
        if (open != null && !isAbout(open, why)) {
            Ending ending = waived ? Ending.as(FindingOutcome.WAIVED) : rule.ending(open, before);
            Finding ended = open.ended(at, ending);
            findings.add(ended);
            current = current.with(ended);
            open = null;
        }
        if (open == null && why != null) {
            Finding opened =
                    Finding.opened(
                            kind, item.type(), item.id(), before.standing().container(), at, why);
            findings.add(opened);
            current = current.with(opened);
        }
        return current;
    }

    private static boolean isAbout(Finding open, Suspicion why) {
        return why != null
                && Objects.equals(open.claimEvent(), why.claimEvent())
                && (open.reason() == Contradiction.REOPENED)
                        == (why.reason() == Contradiction.REOPENED);
    }
}
