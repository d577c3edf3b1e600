package dev.plumbline.verification;

import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.ObjectType;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which findings can be told: missing telemetry is not missing work.
 *
 * <p>Where no source of evidence is connected its absence means nothing, and where nobody names
 * work items a change without one is no orphan. A source is connected from its first sign on, or
 * from the start where the directory says so. And where work of the pod lies about that belongs to
 * no work item, merged while a ticket was worked on, it may be the very work that the ticket
 * misses.
 */
public final class TelemetryRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EvidenceProfiles profiles;

    public TelemetryRule(EvidenceProfiles profiles) {
        this.profiles = profiles;
    }

    /**
     * Hears of a finding that opened or ended. Of one instant the ends of orphans are to be heard
     * last: what they belong to has then been told.
     *
     * @param linked something is linked to its item
     * @param since when work on its item began; of a commit its push
     */
    public TelemetryStep hear(Telemetry known, Finding finding, boolean linked, Instant since) {
        List<Finding> told = new ArrayList<>(1);
        boolean opens = finding.outcome() == FindingOutcome.OPEN;
        boolean isTold =
                isConnected(known, finding)
                        && (opens
                                ? !withholds(known, finding, linked, since)
                                : known.withheld().remove(finding.id()) == null);
        if (isTold) {
            told.add(finding);
        }
        if (finding.kind() == FindingKind.ORPHAN_WORK) {
            told.addAll(strayed(known, finding, since));
        }
        return new TelemetryStep(known, told);
    }

    private static boolean withholds(
            Telemetry known, Finding finding, boolean linked, Instant since) {
        boolean missesAll = finding.kind() == FindingKind.UNVERIFIED_DONE && !linked;
        boolean withholds = missesAll && known.hasStrayIn(since, finding.openedAt());
        if (withholds) {
            known.withhold(finding, since);
        }
        return withholds;
    }

    /**
     * Whether a judged claim counts in the share of those verified.
     *
     * @param container of the item; empty for none
     * @param linked something is linked to the item
     * @param since when work on the item began
     */
    public boolean counts(
            Telemetry known, ClaimJudged claim, String container, boolean linked, Instant since) {
        if (claim.verified()) {
            return true;
        }
        boolean connected =
                isConnected(container, known.of(container).evidenceSince(), claim.judgedAt());
        return connected && (linked || !known.hasStrayIn(since, claim.judgedAt()));
    }

    private boolean isConnected(Telemetry known, Finding finding) {
        Connection connection = known.of(finding.container() == null ? "" : finding.container());
        if (finding.kind() == FindingKind.ORPHAN_WORK) {
            return isConnected(
                    finding.container(), connection.workItemsSince(), finding.openedAt());
        }
        return !finding.kind().restsOnAbsence()
                || isConnected(finding.container(), connection.evidenceSince(), finding.openedAt());
    }

    private boolean isConnected(String container, Instant since, Instant at) {
        return profiles.isConnected(container) || (since != null && !since.isAfter(at));
    }

    /**
     * A change is stray from its merge on, a commit from its push on and not from its due. Once it
     * is linked it is not what others miss; what is not heard of any more may still be.
     *
     * @return what was withheld and is to be told after all
     */
    private static List<Finding> strayed(Telemetry known, Finding orphan, Instant since) {
        Instant at = orphan.objectType() == ObjectType.COMMIT ? since : orphan.openedAt();
        if (orphan.outcome() == FindingOutcome.OPEN) {
            known.stray(orphan.id(), at);
            return List.of();
        }
        known.strays().remove(orphan.id());
        return orphan.outcome() == FindingOutcome.LINKED ? known.release(at) : List.of();
    }
}
