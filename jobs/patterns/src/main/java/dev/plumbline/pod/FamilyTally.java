package dev.plumbline.pod;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in the window that is open, for the families of metrics. Bounded by the window:
 * emptied at its end.
 *
 * @param heard families of which a fact fell into the window, and whose
 * @param reworkedAgentChanges changes of agents that moved back or were reverted, by type and id
 * @param deployedChanges changes that reached production
 * @param deployments production deployments that ended, by id
 * @param failedDeployments those that turned out to have failed, by id
 * @param recoveries seconds from failure to restoration, by the clock on the wall
 * @param commits whether they name a work item, by account
 * @param claims whether they were verified within grace, by claimer
 * @param activity productive events by account
 * @param closedPlans plans that were closed
 * @param unwatched items that were watched and are no more, by type and id
 * @param endedStalls stalls that ended
 */
public record FamilyTally(
        Map<MetricFamily, KindsHeard> heard,
        List<String> reworkedAgentChanges,
        List<DeployedChange> deployedChanges,
        Map<String, EndedDeployment> deployments,
        List<String> failedDeployments,
        List<Long> recoveries,
        List<AccountShare> commits,
        List<AccountShare> claims,
        Map<String, Long> activity,
        List<OpenPlan> closedPlans,
        Map<String, OpenWork> unwatched,
        List<OpenStall> endedStalls) {

    static FamilyTally starting() {
        return new FamilyTally(
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>());
    }

    /**
     * Takes the fact in.
     *
     * @param ledger what was open before it
     */
    void add(PodFact fact, PodLedger ledger) {
        for (MetricFamily family : Families.of(fact, ledger)) {
            heard.put(family, KindsHeard.with(heard.get(family), Families.kindOf(family, fact)));
        }
        switch (fact.kind()) {
            case AGENT_CHANGE_REWORKED -> reworkedAgentChanges.add(fact.item());
            case CHANGE_DEPLOYED -> deployedChanges.add(fact.deployedChange());
            case COMMIT_LINKED -> AccountShare.add(commits, fact, true);
            case COMMIT_UNLINKED -> AccountShare.add(commits, fact, false);
            case CLAIM_VERIFIED -> AccountShare.add(claims, fact, true);
            case CLAIM_UNVERIFIED -> AccountShare.add(claims, fact, false);
            case ACTIVITY -> activity.merge(fact.account(), fact.count(), Long::sum);
            case DEPLOYMENT_ENDED -> ended(fact, ledger);
            case DEPLOYMENT_FAILED, DEPLOYMENT_FAILED_BY_INCIDENT -> failed(fact, ledger);
            case DEPLOYMENT_RESTORED -> recovered(fact, fact.subject(), ledger);
            case PLAN_CLOSED -> closed(ledger.open().plans().get(fact.subject()));
            case WATCH_STARTED -> unwatched.remove(fact.subject());
            case WATCH_ENDED -> unwatched(fact, ledger);
            case STALL_ENDED -> stallEnded(fact, ledger);
            default -> {}
        }
    }

    private void ended(PodFact fact, PodLedger ledger) {
        EndedDeployment deployment = fact.deployment();
        deployments.put(fact.subject(), deployment);
        if (!deployment.success()) {
            failed(fact, ledger);
        }
        ledger.open().repairedBy(deployment).forEach(id -> recovered(fact, id, ledger));
    }

    /** A failure counts once, when it is seen; that an incident names it, too, is no second one. */
    private void failed(PodFact fact, PodLedger ledger) {
        if (!ledger.open().failures().containsKey(fact.subject())) {
            failedDeployments.add(fact.subject());
        }
    }

    private void recovered(PodFact fact, String id, PodLedger ledger) {
        FailedDeployment failure = ledger.open().failures().get(id);
        if (failure != null) {
            recoveries.add(Duration.between(failure.since(), fact.at()).toSeconds());
        }
    }

    private void closed(OpenPlan plan) {
        if (plan != null && plan.startedAt() != null) {
            closedPlans.add(plan);
        }
    }

    private void unwatched(PodFact fact, PodLedger ledger) {
        OpenWork watch = ledger.open().watched().get(fact.subject());
        if (watch != null) {
            unwatched.put(fact.subject(), watch);
        }
    }

    private void stallEnded(PodFact fact, PodLedger ledger) {
        OpenStall stall = ledger.open().stalls().get(fact.subject());
        if (stall != null) {
            endedStalls.add(stall.ended(fact.at()));
        }
    }
}
