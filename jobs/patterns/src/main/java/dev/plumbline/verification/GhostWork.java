package dev.plumbline.verification;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EvidenceProfiles;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** An item is active and its owner leaves no trace of work on it. */
final class GhostWork implements FindingRule, Serializable {

    private static final long serialVersionUID = 1L;

    private final EvidenceProfiles profiles;

    GhostWork(EvidenceProfiles profiles) {
        this.profiles = profiles;
    }

    /** Since when its owner has left none; null where there is no owner to leave one, or one is. */
    static Instant since(Standing standing, Traces traces) {
        boolean owned = standing.owner() != null && standing.owner().kind() != ActorKind.SERVICE;
        if (standing.activeSince() == null || !owned || workOf(standing, traces) != null) {
            return null;
        }
        boolean newOwner = standing.ownerSince().isAfter(standing.activeSince());
        return newOwner ? standing.ownerSince() : standing.activeSince();
    }

    @Override
    public Suspicion at(Verification now, Instant at) {
        Standing standing = now.standing();
        Instant due = now.deadlines().ghostDue();
        if (due == null || at.isBefore(due)) {
            return null;
        }
        if (!profiles.of(standing.workType(), standing.container()).judged()) {
            return null;
        }
        return new Suspicion(null, null, List.of());
    }

    @Override
    public Ending ending(Finding open, Verification now) {
        Standing standing = now.standing();
        if (standing.state().finished()) {
            return Ending.as(FindingOutcome.FINISHED);
        }
        Worker work = standing.activeSince() == null ? null : workOf(standing, now.traces());
        if (work == null) {
            return Ending.as(FindingOutcome.MOVED);
        }
        return Ending.as(
                FindingRule.unlessBefore(open, work.firstAt(), FindingOutcome.EVIDENCE),
                work.firstEvent());
    }

    private static Worker workOf(Standing standing, Traces traces) {
        for (Worker worker : traces.workers()) {
            if (standing.owner() != null && worker.account().equals(standing.owner().account())) {
                return worker;
            }
        }
        return null;
    }
}
