package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.PLAN_DIVERGENCE;
import static dev.plumbline.pod.Metric.UNPLANNED_SHARE;
import static dev.plumbline.pod.PodFactKind.PLAN_CLOSED;
import static dev.plumbline.pod.PodFactKind.PLAN_STARTED;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.pod.Split.HUMAN;
import static dev.plumbline.time.Grain.WEEK;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.work.Organisation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanMeasuresTest {

    private static final WorkCategory FEATURE = new WorkCategory(null, "feature");
    private static final WorkCategory BUG = new WorkCategory(null, "bug");

    private final PodRows pod = new PodRows(Organisation.ACME);

    private void week(PodFact... facts) {
        pod.until(at("Mon+1 00:00"), facts);
    }

    @Test
    void allPlannedAsFeaturesAndHalfOfTheWorkDoneOnBugs() {
        // See MixesTest: 0.311278 bits. T-9 was created after the plan started: 1 of 2.
        week(
                FamilyFacts.planned("S-1", at("Mon 08:00"), "T-1", FEATURE),
                FamilyFacts.planned("S-1", at("Mon 08:00"), "T-2", FEATURE),
                FamilyFacts.plan(PLAN_STARTED, "S-1", at("Mon 09:00")),
                FamilyFacts.done("T-1", at("Tue 10:00"), ANA, at("Mon 07:00"), FEATURE),
                FamilyFacts.done("T-9", at("Wed 10:00"), ANA, at("Tue 09:00"), BUG));

        assertThat(pod.ofWeek(PLAN_DIVERGENCE, ALL).value()).isEqualTo(0.311278, within(1e-6));
        assertThat(pod.ofWeek(PLAN_DIVERGENCE, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(UNPLANNED_SHARE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.of(UNPLANNED_SHARE, HUMAN, WEEK)).isEmpty();
    }

    @Test
    void whereAnItemOfThePlanIsOfAnEpicTheMixIsByEpic() {
        WorkCategory login = new WorkCategory("login", "feature");
        week(
                FamilyFacts.planned("S-1", at("Mon 08:00"), "T-1", login),
                FamilyFacts.plan(PLAN_STARTED, "S-1", at("Mon 09:00")),
                FamilyFacts.done("T-2", at("Tue 10:00"), ANA, at("Mon 07:00"), FEATURE));

        // Of the same type, but of no epic: nothing in common.
        assertThat(pod.ofWeek(PLAN_DIVERGENCE, ALL).value()).isEqualTo(1, within(1e-12));
    }

    @Test
    void aPlanClosedInTheWeekStillTellsWhatWasPlanned() {
        week(
                FamilyFacts.plan(PLAN_STARTED, "S-1", at("Mon 09:00")),
                FamilyFacts.planned("S-1", at("Mon 10:00"), "T-1", BUG),
                FamilyFacts.done("T-1", at("Tue 10:00"), ANA, at("Mon 07:00"), BUG),
                FamilyFacts.plan(PLAN_CLOSED, "S-1", at("Wed 09:00")),
                FamilyFacts.done("T-2", at("Thu 10:00"), ANA, at("Wed 10:00"), BUG));

        assertThat(pod.ofWeek(PLAN_DIVERGENCE, ALL).value()).isZero();
        // T-2 was finished while no plan was open.
        assertThat(pod.ofWeek(UNPLANNED_SHARE, ALL).n()).isEqualTo(1);
        assertThat(pod.ofWeek(UNPLANNED_SHARE, ALL).value()).isZero();
    }

    @Test
    void thePlanThatStartedLastSaysWhatIsUnplanned() {
        week(
                FamilyFacts.plan(PLAN_STARTED, "never closed", at("Mon 08:00")),
                FamilyFacts.plan(PLAN_STARTED, "S-2", at("Wed 09:00")),
                FamilyFacts.done("T-1", at("Thu 10:00"), ANA, at("Tue 10:00"), BUG));

        assertThat(pod.ofWeek(UNPLANNED_SHARE, ALL).value()).isZero();
        assertThat(pod.ofWeek(PLAN_DIVERGENCE, ALL).nullReason()).isEqualTo("no_data");
    }

    /**
     * For an item created on Monday at 10 it is the plan of Monday at 9, though told on Tuesday.
     */
    @Test
    void aPlanThatConcernsThePodLaterStartedWhenItStarted() {
        week(
                FamilyFacts.done("T-1", at("Tue 08:00"), ANA, at("Mon 10:00"), BUG),
                FamilyFacts.planJoined("S-1", at("Tue 09:00"), at("Mon 09:00")),
                FamilyFacts.planned("S-1", at("Tue 09:00"), "T-2", BUG),
                FamilyFacts.done("T-2", at("Tue 10:00"), ANA, at("Mon 08:00"), BUG),
                FamilyFacts.done("T-3", at("Wed 10:00"), ANA, at("Mon 10:00"), BUG));

        assertThat(pod.ofWeek(UNPLANNED_SHARE, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(UNPLANNED_SHARE, ALL).value()).isEqualTo(0.5);
    }

    @Test
    void ofPlansThatStartedAtOnceTheFirstByIdIsThePlanOfTheInstant() {
        OpenFamilies open = OpenFamilies.none();
        Instant nine = at("Mon 09:00");
        for (String plan : List.of("S-12", "S-1", "S-10", "S-2", "S-0")) {
            OpenPlan started = OpenPlan.touched(null, nine).started(nine);
            started.items().put(plan, BUG);
            open.plans().put(plan, started);
        }
        open.plans().put("before", OpenPlan.touched(null, nine).started(at("Mon 08:00")));

        assertThat(open.planAt(at("Mon 10:00")).items()).containsOnlyKeys("S-0");
        assertThat(open.planAt(nine).items()).containsOnlyKeys("S-0");
        assertThat(open.planAt(at("Mon 08:59")).startedAt()).isEqualTo(at("Mon 08:00"));
        assertThat(open.planAt(at("Mon 07:59"))).isNull();
    }

    @Test
    void withoutAPlanNothingIsUnplanned() {
        week(FamilyFacts.done("T-1", at("Thu 10:00"), ANA, at("Tue 10:00"), BUG));

        assertThat(pod.of(UNPLANNED_SHARE, ALL, WEEK)).isEmpty();
    }
}
