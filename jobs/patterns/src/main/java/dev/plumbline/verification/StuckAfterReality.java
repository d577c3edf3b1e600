package dev.plumbline.verification;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every linked change is merged, and the item is still not done. */
final class StuckAfterReality implements FindingRule, Serializable {

    private static final long serialVersionUID = 1L;

    /** When the last change was merged; null where the item is done or a change is open. */
    static Instant since(Standing standing, Traces traces) {
        if (standing.state() == null || standing.state().finished()) {
            return null;
        }
        Instant latest = null;
        for (LinkedChange change : relevant(standing, traces)) {
            if (change.isOpen()) {
                return null;
            }
            if (latest == null || change.since().isAfter(latest)) {
                latest = change.since();
            }
        }
        return latest;
    }

    @Override
    public Suspicion at(Verification now, Instant at) {
        Instant due = now.deadlines().stuckDue();
        if (due == null || at.isBefore(due)) {
            return null;
        }
        List<String> merges =
                relevant(now.standing(), now.traces()).stream()
                        .map(LinkedChange::sinceEvent)
                        .toList();
        return new Suspicion(null, null, merges);
    }

    @Override
    public Ending ending(Finding open, Verification now) {
        if (now.standing().isDone()) {
            return Ending.as(FindingOutcome.DONE, now.standing().doneEvent());
        }
        if (now.standing().isCancelled()) {
            return Ending.as(FindingOutcome.CANCELLED);
        }
        for (LinkedChange change : now.traces().changes()) {
            if (change.isOpen()) {
                return Ending.as(
                        FindingRule.unlessBefore(open, change.since(), FindingOutcome.CHANGED),
                        change.sinceEvent());
            }
        }
        return Ending.as(FindingOutcome.CHANGED);
    }

    /** The open ones, and those merged since the item was last reopened or moved back. */
    private static List<LinkedChange> relevant(Standing standing, Traces traces) {
        List<LinkedChange> relevant = new ArrayList<>();
        for (LinkedChange change : traces.changes()) {
            boolean real = change.isReal() && !standing.isWithdrawn(change.since());
            if (change.isOpen() || real) {
                relevant.add(change);
            }
        }
        return relevant;
    }
}
