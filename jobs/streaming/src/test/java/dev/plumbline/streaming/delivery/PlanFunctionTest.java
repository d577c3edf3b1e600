package dev.plumbline.streaming.delivery;

import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.work.EventType.PLAN_CLOSED;
import static dev.plumbline.work.EventType.PLAN_ITEM_ADDED;
import static dev.plumbline.work.EventType.PLAN_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans of jira:PAY, which pod red owns. */
class PlanFunctionTest {

    private static final Directory PODS =
            DirectoryYaml.parse("pods: [{id: red, containers: [\"jira:PAY\"]}]", "pods.yaml");

    private Rehearsal<RoutedEvent, PodFact> plans;

    @BeforeEach
    void start() throws Exception {
        plans = new Rehearsal<>(() -> new PlanFunction(PODS), RoutedEvent::key);
    }

    @AfterEach
    void stop() throws Exception {
        plans.close();
    }

    private static RoutedEvent plan(EventType type, String moment, String container) {
        WorkEvent event = Told.event(type, ObjectType.PLAN, "P-1", at(moment), null, null);
        return Told.own(Told.in(container, null, event));
    }

    @Test
    void aPlanIsToldItsPodInTheOrderItHappenedAndNothingIsKept() throws Exception {
        plans.hears(plan(PLAN_CLOSED, "13T17:00", "jira:PAY"))
                .hears(plan(PLAN_ITEM_ADDED, "03T09:00", "jira:PAY"))
                .hears(plan(PLAN_STARTED, "02T09:00", "jira:PAY"))
                .clockReaches(at("02T09:00"))
                .restarts()
                .clockReaches(at("13T17:00"));

        assertThat(plans.output())
                .extracting(PodFact::pod, PodFact::kind, PodFact::subject, PodFact::at)
                .containsExactly(tuple("red", PodFactKind.PLAN_CLOSED, "P-1", at("13T17:00")));
        assertThat(plans.stateEntries()).isZero();
        assertThat(plans.timers()).isZero();
    }

    @Test
    void aPlanOfNobodysContainerIsUnassigned() throws Exception {
        plans.hears(plan(PLAN_STARTED, "02T09:00", null)).streamEnds();

        assertThat(plans.output())
                .extracting(PodFact::pod, PodFact::kind)
                .containsExactly(tuple(Directory.UNASSIGNED, PodFactKind.PLAN_STARTED));
        assertThat(plans.timers()).isZero();
    }
}
