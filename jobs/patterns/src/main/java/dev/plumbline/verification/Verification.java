package dev.plumbline.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an item remembers about its claims and their evidence. It lives and is forgotten with the
 * item and is bounded whatever happens to it.
 *
 * @param claim the one that stands; null for none
 * @param open findings, one of a kind at most
 */
public record Verification(
        Standing standing, Traces traces, Claim claim, Deadlines deadlines, List<Finding> open) {

    /** Nothing has happened yet. */
    public static final Verification NONE =
            new Verification(Standing.NONE, Traces.NONE, null, Deadlines.NONE, List.of());

    /** The open finding of that kind; null for none. */
    public Finding open(FindingKind kind) {
        for (Finding finding : open) {
            if (finding.kind() == kind) {
                return finding;
            }
        }
        return null;
    }

    /** When something has to be decided next; null for never, if nothing else happens. */
    Instant nextDeadline() {
        return deadlines.next(claim == null || claim.judged() ? null : claim.due());
    }

    /**
     * Nothing can be found, judged or ended at that instant: most events of an item say nothing of
     * whether it is done. Whether a later event of the same instant changes that is asked again.
     */
    boolean isSettledAt(Instant at) {
        boolean silent = claim == null && open.isEmpty() && standing.reopening() == null;
        return silent && !standing.isDone() && !deadlines.isAnyReachedAt(at);
    }

    Verification with(Finding finding) {
        List<Finding> next = new ArrayList<>(open);
        next.removeIf(known -> known.kind() == finding.kind());
        if (finding.endedAt() == null) {
            next.add(finding);
        }
        return new Verification(standing, traces, claim, deadlines, List.copyOf(next));
    }

    Verification with(Claim next) {
        return new Verification(standing, traces, next, deadlines, open);
    }

    Verification with(Deadlines next) {
        return new Verification(standing, traces, claim, next, open);
    }
}
