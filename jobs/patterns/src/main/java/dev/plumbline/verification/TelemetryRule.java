package dev.plumbline.verification;

import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.ObjectType;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

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
     * Hears of a finding that opened or ended.
     *
     * @param linked something is linked to its item
     * @param since when work on its item began; of a commit its push
     * @return whether it is told; the same answer when it opens and when it ends
     */
    public TelemetryStep hear(Telemetry known, Finding finding, boolean linked, Instant since) {
        Telemetry next = strayed(known, finding, since);
        if (!isConnected(next, finding)) {
            return new TelemetryStep(next, false);
        }
        if (finding.outcome() != FindingOutcome.OPEN) {
            boolean told = !next.withheld().contains(finding.id());
            return new TelemetryStep(told ? next : next.ending(finding.id()), told);
        }
        boolean missesAll = finding.kind() == FindingKind.UNVERIFIED_DONE && !linked;
        boolean told = !missesAll || !next.hasStrayIn(since, finding.openedAt());
        return new TelemetryStep(told ? next : next.withholding(finding.id()), told);
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

    /** A change is stray from its merge on, a commit from its push on and not from its due. */
    private static Telemetry strayed(Telemetry known, Finding finding, Instant since) {
        if (finding.kind() != FindingKind.ORPHAN_WORK) {
            return known;
        }
        Map<String, Instant> strays = known.strays();
        if (finding.outcome() == FindingOutcome.OPEN) {
            boolean commit = finding.objectType() == ObjectType.COMMIT;
            strays.put(finding.id(), commit ? since : finding.openedAt());
        } else {
            strays.remove(finding.id());
        }
        if (strays.size() > Telemetry.MOST_STRAYS) {
            strays.entrySet().stream()
                    .min(
                            Map.Entry.<String, Instant>comparingByValue()
                                    .thenComparing(
                                            Map.Entry.comparingByKey(Comparator.naturalOrder())))
                    .map(Map.Entry::getKey)
                    .ifPresent(strays::remove);
        }
        return known;
    }
}
