package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.util.List;

/** Which families of metrics a fact belongs to. */
final class Families {

    private Families() {}

    static List<MetricFamily> of(PodFact fact, PodLedger ledger) {
        return switch (fact.kind()) {
            case ITEM_FINISHED -> ofFinished(fact, ledger);
            case AGENT_CHANGE_REWORKED -> List.of(MetricFamily.CHANGES);
            case CHANGE_DEPLOYED -> List.of(MetricFamily.DEPLOYED_CHANGES);
            case COMMIT_LINKED, COMMIT_UNLINKED -> List.of(MetricFamily.LINKS);
            case CLAIM_VERIFIED, CLAIM_UNVERIFIED -> List.of(MetricFamily.CLAIMS);
            case ACTIVITY -> List.of(MetricFamily.ACTIVITY);
            case PLAN_STARTED, PLAN_CLOSED, PLAN_ITEM_ADDED, PLAN_ITEM_REMOVED ->
                    List.of(MetricFamily.PLANS);
            case WATCH_STARTED, WATCH_ENDED, STALL_OPENED, STALL_ENDED ->
                    List.of(MetricFamily.STALLS);
            case DEPLOYMENT_ENDED,
                    DEPLOYMENT_FAILED,
                    DEPLOYMENT_FAILED_BY_INCIDENT,
                    DEPLOYMENT_NAMED_BY_INCIDENT,
                    DEPLOYMENT_RESTORED ->
                    List.of(MetricFamily.DEPLOYMENTS);
            case CONTAINER_HEARD,
                    EVIDENCE_HEARD,
                    HANDOFF_OPENED,
                    HANDOFF_ENDED,
                    PROGRESS_ENTERED,
                    PROGRESS_LEFT,
                    ITEM_MOVED_BACK,
                    ITEM_REOPENED ->
                    List.of();
        };
    }

    /** Whose split it is: changes count by who wrote them, everything else by the fact's party. */
    static ActorKind kindOf(MetricFamily family, PodFact fact) {
        boolean byAuthor = family == MetricFamily.CHANGES || family == MetricFamily.LINKS;
        boolean merged = fact.finished() != null && fact.finished().merged() != null;
        return byAuthor && merged ? fact.finished().merged().authorKind() : fact.actorKind();
    }

    private static List<MetricFamily> ofFinished(PodFact fact, PodLedger ledger) {
        if (fact.finished().merged() != null) {
            return List.of(MetricFamily.CHANGES, MetricFamily.LINKS);
        }
        boolean planned = ledger.open().planAt(fact.at()) != null;
        return planned ? List.of(MetricFamily.PLANS) : List.of();
    }
}
