package dev.plumbline.pod;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is open in a pod, beside its items and handoffs.
 *
 * @param known families the pod has ever had
 * @param plans plans that are not closed, by id; one untouched for 400 days leaves
 * @param watched items that ought to move, by type and id; an entry leaves when the watch ends
 * @param stalls stalls that last, by id; an entry leaves when the stall ends
 * @param failures failed deployments that are not restored, by id; one leaves after 400 days
 */
public record OpenFamilies(
        List<MetricFamily> known,
        Map<String, OpenPlan> plans,
        Map<String, OpenWork> watched,
        Map<String, OpenStall> stalls,
        Map<String, FailedDeployment> failures) {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(400);

    static OpenFamilies none() {
        return new OpenFamilies(
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    /**
     * The plan of that instant: of those open the one that started last, of several the one with
     * the first id; null for none.
     */
    OpenPlan planAt(Instant at) {
        String first = null;
        OpenPlan current = null;
        for (Map.Entry<String, OpenPlan> known : plans.entrySet()) {
            OpenPlan plan = known.getValue();
            if (plan.isOpenAt(at) && isBefore(known.getKey(), plan, first, current)) {
                first = known.getKey();
                current = plan;
            }
        }
        return current;
    }

    private static boolean isBefore(String id, OpenPlan plan, String first, OpenPlan current) {
        int order = current == null ? 1 : plan.startedAt().compareTo(current.startedAt());
        return order > 0 || (order == 0 && id.compareTo(first) < 0);
    }

    /** The failures that a deployment which succeeded has repaired. */
    List<String> repairedBy(EndedDeployment deployment) {
        List<String> repaired = new ArrayList<>();
        failures.forEach(
                (id, failure) -> {
                    boolean there = failure.target().equals(deployment.target());
                    if (deployment.success() && there && !failure.byIncident()) {
                        repaired.add(id);
                    }
                });
        return repaired;
    }

    void add(PodFact fact, PodLedger ledger) {
        for (MetricFamily family : Families.of(fact, ledger)) {
            if (!known.contains(family)) {
                known.add(family);
            }
        }
        String subject = fact.subject();
        switch (fact.kind()) {
            case PLAN_STARTED, PLAN_ITEM_ADDED, PLAN_ITEM_REMOVED -> plan(fact);
            case PLAN_CLOSED -> plans.remove(subject);
            case WATCH_STARTED ->
                    watched.put(
                            subject, new OpenWork(fact.since(), fact.actorKind(), fact.account()));
            case WATCH_ENDED -> watched.remove(subject);
            case STALL_OPENED ->
                    stalls.put(
                            subject,
                            new OpenStall(
                                    fact.item(),
                                    fact.since(),
                                    null,
                                    fact.actorKind(),
                                    watcher(fact.item()),
                                    Boolean.TRUE.equals(fact.elapsed())));
            case STALL_ENDED -> stalls.remove(subject);
            case DEPLOYMENT_ENDED -> deployed(fact);
            case DEPLOYMENT_FAILED -> failed(fact, false);
            case DEPLOYMENT_FAILED_BY_INCIDENT -> failed(fact, true);
            case DEPLOYMENT_NAMED_BY_INCIDENT ->
                    failures.computeIfPresent(subject, (id, known) -> known.named());
            case DEPLOYMENT_RESTORED -> failures.remove(subject);
            default -> {}
        }
    }

    /** Who is expected to move the item: the pod was told when the watch began. */
    private String watcher(String item) {
        OpenWork watch = watched.get(item);
        return watch == null ? null : watch.account();
    }

    void forgetBefore(Instant now) {
        Instant limit = now.minus(FORGOTTEN_AFTER);
        plans.values().removeIf(plan -> plan.touchedAt().isBefore(limit));
        failures.values().removeIf(failure -> failure.since().isBefore(limit));
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    private void plan(PodFact fact) {
        OpenPlan plan = OpenPlan.touched(plans.get(fact.subject()), fact.at());
        switch (fact.kind()) {
            case PLAN_STARTED -> plan = plan.started(fact.since());
            case PLAN_ITEM_ADDED -> plan.items().put(fact.item(), fact.category());
            default -> plan.items().remove(fact.item());
        }
        plans.put(fact.subject(), plan);
    }

    private void deployed(PodFact fact) {
        if (!fact.deployment().success()) {
            failed(fact, false);
            return;
        }
        repairedBy(fact.deployment()).forEach(failures::remove);
    }

    private void failed(PodFact fact, boolean byIncident) {
        FailedDeployment known = failures.get(fact.subject());
        Instant since = known == null ? fact.since() : known.since();
        boolean named = byIncident || (known != null && known.byIncident());
        failures.put(
                fact.subject(), new FailedDeployment(fact.deployment().target(), since, named));
    }
}
