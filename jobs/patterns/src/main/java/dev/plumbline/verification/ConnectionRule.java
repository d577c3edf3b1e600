package dev.plumbline.verification;

import dev.plumbline.work.EvidenceProfiles;
import java.io.Serializable;
import java.time.Instant;

/**
 * What of a container's findings can be said. Where no source of evidence is connected its absence
 * means nothing, and where nobody names work items a change without one is no orphan. A source is
 * connected from its first sign on, or from the start where the directory says so.
 */
public final class ConnectionRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EvidenceProfiles profiles;

    public ConnectionRule(EvidenceProfiles profiles) {
        this.profiles = profiles;
    }

    /** Whether the finding is published; the same answer when it opens and when it ends. */
    public boolean publishes(Finding finding, Connection known) {
        if (finding.kind() == FindingKind.ORPHAN_WORK) {
            return isConnected(finding.container(), known.workItemsSince(), finding.openedAt());
        }
        return !finding.kind().restsOnAbsence()
                || isConnected(finding.container(), known.evidenceSince(), finding.openedAt());
    }

    /**
     * Whether a judged claim counts in the share of those verified.
     *
     * @param container of the item; empty for none
     */
    public boolean counts(ClaimJudged claim, String container, Connection known) {
        return claim.verified() || isConnected(container, known.evidenceSince(), claim.judgedAt());
    }

    private boolean isConnected(String container, Instant since, Instant at) {
        return profiles.isConnected(container) || isSince(since, at);
    }

    private static boolean isSince(Instant since, Instant at) {
        return since != null && !since.isAfter(at);
    }
}
