package dev.plumbline.verification;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A change that would have named its work item was merged and belongs to none. */
final class OrphanWork implements FindingRule, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public Suspicion at(Verification now, Instant at) {
        Standing standing = now.standing();
        boolean orphan =
                standing.isDone() && standing.expectsWorkItem() && !standing.workItemLinked();
        return orphan ? new Suspicion(null, standing.doneEvent(), List.of()) : null;
    }

    @Override
    public Ending ending(Finding open, Verification now) {
        boolean linked = now.standing().workItemLinked();
        return Ending.as(linked ? FindingOutcome.LINKED : FindingOutcome.CHANGED);
    }
}
