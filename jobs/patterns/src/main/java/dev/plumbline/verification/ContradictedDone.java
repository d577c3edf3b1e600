package dev.plumbline.verification;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An item is done, and a trace of the work on it shows the opposite. */
final class ContradictedDone implements FindingRule, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public Suspicion at(Verification now, Instant at) {
        Standing standing = now.standing();
        if (standing.reopening() != null) {
            return new Suspicion(
                    Contradiction.REOPENED,
                    standing.reopening().claimEvent(),
                    List.of(standing.reopening().event()));
        }
        if (!standing.isDone() || now.claim() == null) {
            return null;
        }
        String claim = now.claim().event();
        List<String> open = openChanges(now);
        if (!open.isEmpty()) {
            return new Suspicion(Contradiction.CHANGE_OPEN, claim, open);
        }
        List<String> red = redChecks(now.traces());
        if (!red.isEmpty()) {
            return new Suspicion(Contradiction.CHECK_RED, claim, red);
        }
        List<String> reverted = reverts(now.traces());
        return reverted.isEmpty() ? null : new Suspicion(Contradiction.REVERTED, claim, reverted);
    }

    @Override
    public Ending ending(Finding open, Verification now) {
        if (now.standing().isCancelled()) {
            return Ending.as(FindingOutcome.CANCELLED);
        }
        if (open.reason() == Contradiction.REOPENED) {
            return Ending.as(FindingOutcome.REPAIRED);
        }
        boolean stands =
                now.standing().isDone()
                        && now.claim() != null
                        && Objects.equals(now.claim().event(), open.claimEvent());
        return stands ? repaired(open, now.traces()) : Ending.as(FindingOutcome.REOPENED);
    }

    /** By the latest trace there is: changes that ended, checks that passed. */
    private static Ending repaired(Finding open, Traces traces) {
        Instant latest = Instant.MIN;
        String event = null;
        for (LinkedChange change : traces.changes()) {
            if (change.since() != null && change.since().isAfter(latest)) {
                latest = change.since();
                event = change.sinceEvent();
            }
        }
        for (MergeCheck check : traces.checks()) {
            if (check.at().isAfter(latest)) {
                latest = check.at();
                event = check.event();
            }
        }
        FindingOutcome outcome = FindingRule.unlessBefore(open, latest, FindingOutcome.REPAIRED);
        return event == null ? Ending.as(outcome) : Ending.as(outcome, event);
    }

    /** Those that had begun when the item was done; a later one is other work. */
    private static List<String> openChanges(Verification now) {
        List<String> open = new ArrayList<>();
        for (LinkedChange change : now.traces().changes()) {
            if (change.isOpen() && !change.begunAt().isAfter(now.standing().doneAt())) {
                open.add(change.sinceEvent());
            }
        }
        return open;
    }

    private static List<String> redChecks(Traces traces) {
        return traces.checks().stream().filter(MergeCheck::red).map(MergeCheck::event).toList();
    }

    private static List<String> reverts(Traces traces) {
        List<String> reverts = new ArrayList<>();
        for (LinkedChange change : traces.changes()) {
            if (change.status() == ChangeStatus.REVERTED && !isReplaced(change, traces)) {
                reverts.add(change.statusEvent());
            }
        }
        return reverts;
    }

    private static boolean isReplaced(LinkedChange reverted, Traces traces) {
        for (LinkedChange change : traces.changes()) {
            boolean after = change.isReal() && change.since().isAfter(reverted.statusAt());
            if (after && !change.undoes()) {
                return true;
            }
        }
        return false;
    }
}
