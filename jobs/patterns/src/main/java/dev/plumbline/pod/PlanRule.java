package dev.plumbline.pod;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which pods a plan concerns: the one that owns its container, and each whose items are put into
 * it, from then on.
 */
public final class PlanRule {

    /** The order in which a plan hears of one instant: what is put into it comes before its end. */
    public static final Comparator<PodFact> FOLD_ORDER =
            Comparator.comparing(PodFact::at)
                    .thenComparing(fact -> !isOfItem(fact))
                    .thenComparing(PodFact.FOLD_ORDER);

    private PlanRule() {}

    /**
     * Tells the pods.
     *
     * @param fact of the plan itself, for the pod that owns its container; or of an item, for the
     *     pod that has it now
     * @param plannedIn the pod in which the item was put into the plan; null where it is not in it
     */
    public static PlanStep next(PlanPods plan, PodFact fact, String plannedIn) {
        return switch (fact.kind()) {
            case PLAN_STARTED -> started(plan.with(fact.pod()).started(fact.at()), fact);
            case PLAN_CLOSED -> new PlanStep(PlanPods.NONE, toAll(plan.with(fact.pod()), fact));
            case PLAN_ITEM_ADDED -> added(plan, fact, plannedIn);
            case PLAN_ITEM_REMOVED ->
                    new PlanStep(plan, plannedIn == null ? List.of() : List.of(fact.to(plannedIn)));
            default -> throw new IllegalArgumentException("Not of a plan: " + fact.kind());
        };
    }

    /** Whether the fact is of an item put into a plan, or taken out. */
    public static boolean isOfItem(PodFact fact) {
        return fact.kind() == PodFactKind.PLAN_ITEM_ADDED
                || fact.kind() == PodFactKind.PLAN_ITEM_REMOVED;
    }

    private static PlanStep started(PlanPods plan, PodFact fact) {
        return new PlanStep(plan, toAll(plan, fact));
    }

    /** An item is planned in one pod: put in again from another one, it leaves the first. */
    private static PlanStep added(PlanPods plan, PodFact fact, String plannedIn) {
        List<PodFact> facts = new ArrayList<>(2);
        if (plannedIn != null && !plannedIn.equals(fact.pod())) {
            facts.add(fact.as(PodFactKind.PLAN_ITEM_REMOVED).to(plannedIn));
        }
        Instant startedAt = plan.startedAt();
        if (startedAt != null && !plan.has(fact.pod())) {
            facts.add(
                    PracticeFacts.planJoined(
                            fact.org(), fact.pod(), fact.at(), fact.subject(), startedAt));
        }
        facts.add(fact);
        return new PlanStep(plan.with(fact.pod()), facts);
    }

    private static List<PodFact> toAll(PlanPods plan, PodFact fact) {
        return plan.pods().stream().map(fact::to).toList();
    }
}
