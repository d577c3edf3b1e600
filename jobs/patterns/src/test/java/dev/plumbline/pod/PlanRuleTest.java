package dev.plumbline.pod;

import static dev.plumbline.pod.PodFactKind.PLAN_CLOSED;
import static dev.plumbline.pod.PodFactKind.PLAN_ITEM_ADDED;
import static dev.plumbline.pod.PodFactKind.PLAN_ITEM_REMOVED;
import static dev.plumbline.pod.PodFactKind.PLAN_STARTED;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan S-1. Its container is the pod red's. */
class PlanRuleTest {

    private static final WorkCategory BUG = new WorkCategory(null, "bug");

    private final List<PodFact> told = new ArrayList<>();
    private final Map<String, String> plannedIn = new HashMap<>();
    private PlanPods plan = PlanPods.NONE;

    private PlanRuleTest then(PodFact fact) {
        PlanStep step = PlanRule.next(plan, fact, plannedIn.get(fact.item()));
        plan = step.plan();
        told.addAll(step.facts());
        if (fact.kind() == PLAN_ITEM_ADDED) {
            plannedIn.put(fact.item(), fact.pod());
        }
        return this;
    }

    private static PodFact itself(PodFactKind kind, String moment) {
        return FamilyFacts.plan(kind, "S-1", at(moment));
    }

    private static PodFact added(String item, String pod, String moment) {
        return FamilyFacts.planned("S-1", at(moment), item, BUG).to(pod);
    }

    private static PodFact removed(String item, String pod, String moment) {
        return added(item, pod, moment).as(PLAN_ITEM_REMOVED);
    }

    @Test
    void aPlanStartsAndEndsInEachPodWhoseItemsAreInIt() {
        then(added("T-1", "blue", "Mon 08:00"))
                .then(added("T-2", "blue", "Mon 08:10"))
                .then(itself(PLAN_STARTED, "Mon 09:00"))
                .then(itself(PLAN_CLOSED, "Fri 17:00"));

        assertThat(told)
                .extracting(PodFact::kind, PodFact::pod, PodFact::at)
                .containsExactly(
                        tuple(PLAN_ITEM_ADDED, "blue", at("Mon 08:00")),
                        tuple(PLAN_ITEM_ADDED, "blue", at("Mon 08:10")),
                        tuple(PLAN_STARTED, "blue", at("Mon 09:00")),
                        tuple(PLAN_STARTED, "red", at("Mon 09:00")),
                        tuple(PLAN_CLOSED, "blue", at("Fri 17:00")),
                        tuple(PLAN_CLOSED, "red", at("Fri 17:00")));
        assertThat(plan).isEqualTo(PlanPods.NONE);
    }

    @Test
    void whoComesInAfterTheStartIsToldThenWhenItWas() {
        then(itself(PLAN_STARTED, "Mon 09:00"))
                .then(added("T-1", "blue", "Tue 10:00"))
                .then(added("T-2", "blue", "Tue 11:00"));

        assertThat(told)
                .extracting(PodFact::kind, PodFact::pod, PodFact::at, PodFact::since)
                .containsExactly(
                        tuple(PLAN_STARTED, "red", at("Mon 09:00"), at("Mon 09:00")),
                        tuple(PLAN_STARTED, "blue", at("Tue 10:00"), at("Mon 09:00")),
                        tuple(PLAN_ITEM_ADDED, "blue", at("Tue 10:00"), null),
                        tuple(PLAN_ITEM_ADDED, "blue", at("Tue 11:00"), null));
    }

    @Test
    void anItemLeavesThePlanOfThePodInWhichItWasPlanned() {
        then(added("T-1", "red", "Mon 08:00")).then(removed("T-1", "blue", "Tue 08:00"));

        assertThat(told)
                .extracting(PodFact::kind, PodFact::pod)
                .containsExactly(tuple(PLAN_ITEM_ADDED, "red"), tuple(PLAN_ITEM_REMOVED, "red"));
    }

    @Test
    void anItemIsPlannedInOnePodOnly() {
        then(added("T-1", "red", "Mon 08:00")).then(added("T-1", "blue", "Tue 08:00"));

        assertThat(told)
                .extracting(PodFact::kind, PodFact::pod)
                .containsExactly(
                        tuple(PLAN_ITEM_ADDED, "red"),
                        tuple(PLAN_ITEM_REMOVED, "red"),
                        tuple(PLAN_ITEM_ADDED, "blue"));
    }

    @Test
    void whatIsPutIntoAPlanAtTheInstantOfItsEndIsStillInIt() {
        List<PodFact> facts =
                new ArrayList<>(
                        List.of(
                                itself(PLAN_CLOSED, "Fri 17:00"),
                                added("T-1", "blue", "Fri 17:00"),
                                itself(PLAN_STARTED, "Mon 09:00")));
        facts.sort(PlanRule.FOLD_ORDER);
        facts.forEach(this::then);

        assertThat(told)
                .extracting(PodFact::kind, PodFact::pod)
                .containsExactly(
                        tuple(PLAN_STARTED, "red"),
                        tuple(PLAN_STARTED, "blue"),
                        tuple(PLAN_ITEM_ADDED, "blue"),
                        tuple(PLAN_CLOSED, "blue"),
                        tuple(PLAN_CLOSED, "red"));
    }

    /** The order of the plan's facts is the order in which each of its pods hears them. */
    @Test
    void aPodHearsTheEndOfAPlanAfterWhatHappenedAtThatInstant() {
        List<PodFact> facts =
                new ArrayList<>(
                        List.of(
                                itself(PLAN_CLOSED, "Fri 17:00"),
                                removed("T-2", "red", "Fri 17:00"),
                                added("T-3", "red", "Fri 17:00")));
        facts.sort(PodFact.FOLD_ORDER);

        assertThat(facts)
                .extracting(PodFact::kind)
                .containsExactly(PLAN_ITEM_REMOVED, PLAN_ITEM_ADDED, PLAN_CLOSED);
    }

    @Test
    void whatIsTakenOutOfAPlanThatIsOverTellsNobody() {
        then(itself(PLAN_STARTED, "Mon 09:00")).then(itself(PLAN_CLOSED, "Fri 17:00"));
        told.clear();

        then(removed("T-1", "red", "Fri 17:01"));
        assertThat(told).isEmpty();
    }
}
