package dev.plumbline.streaming.delivery;

import static dev.plumbline.pod.PodFactKind.PLAN_CLOSED;
import static dev.plumbline.pod.PodFactKind.PLAN_ITEM_ADDED;
import static dev.plumbline.pod.PodFactKind.PLAN_ITEM_REMOVED;
import static dev.plumbline.pod.PodFactKind.PLAN_STARTED;
import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans of a container that pod red owns; forgotten after ten silent days. */
class PlanPodsFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);
    private static final Settings LIVE = new Settings(null, FORGET_AFTER, Duration.ofHours(1));

    private Rehearsal<PodFact, PodFact> pods;

    private Rehearsal<PodFact, PodFact> start(Settings settings) throws Exception {
        pods = new Rehearsal<>(() -> new PlanPodsFunction(settings), PlanPodsFunction::key);
        return pods;
    }

    @AfterEach
    void stop() throws Exception {
        pods.close();
    }

    private static PodFact plan(EventType type, Instant at) {
        return PracticeFacts.plan("red", Told.event(type, ObjectType.PLAN, "P-1", at, null, null));
    }

    private static PodFact item(PodFactKind kind, String item, String pod, Instant at) {
        return item(kind, item, 1, pod, at);
    }

    private static PodFact item(PodFactKind kind, String item, long step, String pod, Instant at) {
        return new PodFact(
                "acme", pod, kind, at, item, step, "P-1", null, null, null, null, false, null,
                null);
    }

    @Test
    void aPlanIsToldThePodsOfItsItemsInWhateverOrderItIsHeard() throws Exception {
        start(LIVE)
                .hears(plan(EventType.PLAN_CLOSED, at("13T17:00")))
                .hears(item(PLAN_ITEM_REMOVED, "T-1", "green", at("04T09:00")))
                .hears(item(PLAN_ITEM_ADDED, "T-1", "blue", at("03T09:00")))
                .hears(plan(EventType.PLAN_STARTED, at("02T09:00")))
                .clockReaches(at("03T12:00"));
        assertThat(pods.output())
                .extracting(PodFact::kind, PodFact::pod, PodFact::since)
                .containsExactly(
                        tuple(PLAN_STARTED, "red", at("02T09:00")),
                        tuple(PLAN_STARTED, "blue", at("02T09:00")),
                        tuple(PLAN_ITEM_ADDED, "blue", null));

        pods.restarts().clockReaches(at("13T17:00"));
        assertThat(pods.output())
                .extracting(PodFact::kind, PodFact::pod, PodFact::at)
                .containsExactly(
                        tuple(PLAN_ITEM_REMOVED, "blue", at("04T09:00")),
                        tuple(PLAN_CLOSED, "blue", at("13T17:00")),
                        tuple(PLAN_CLOSED, "red", at("13T17:00")));
        assertThat(pods.stateEntries()).isZero();
    }

    @Test
    void aPlanNobodyClosesIsForgottenAndLeavesNothingBehind() throws Exception {
        start(LIVE)
                .hears(plan(EventType.PLAN_STARTED, at("02T09:00")))
                .hears(item(PLAN_ITEM_ADDED, "T-1", "blue", at("05T09:00")))
                .clockReaches(at("15T08:59"));
        assertThat(pods.stateEntries()).isPositive();

        pods.clockReaches(at("15T09:00"));
        assertThat(pods.stateEntries()).isZero();
        assertThat(pods.timers()).isZero();
    }

    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<PodFact>> story = new ArrayList<>();
        Random random = new Random(8);
        for (int i = 0; i < 80; i++) {
            Instant at = at("02T00:00").plus(Duration.ofHours(6L * random.nextInt(28 * 4)));
            String item = "T-" + random.nextInt(4);
            String pod = random.nextBoolean() ? "blue" : "green";
            PodFact fact =
                    switch (random.nextInt(6)) {
                        case 0 -> plan(EventType.PLAN_STARTED, at);
                        case 1 -> plan(EventType.PLAN_CLOSED, at);
                        case 2 -> item(PLAN_ITEM_REMOVED, item, i, pod, at);
                        default -> item(PLAN_ITEM_ADDED, item, i, pod, at);
                    };
            story.add(new Moment<>(at, fact));
        }
        Settings settings = new Settings(at("31T00:00"), Duration.ofDays(3), null);
        List<String> told = Ways.atOnce(Ways.stage(start(settings)), story);
        assertThat(told).hasSizeGreaterThan(60);
        for (int seed = 1; seed <= 4; seed++) {
            assertThat(
                            Ways.inSteps(
                                    Ways.stage(start(settings)),
                                    story,
                                    settings.until(),
                                    Duration.ofDays(2L * seed),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start(settings);
    }
}
