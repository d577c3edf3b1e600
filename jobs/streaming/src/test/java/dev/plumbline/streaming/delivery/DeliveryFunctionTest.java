package dev.plumbline.streaming.delivery;

import static dev.plumbline.streaming.Told.at;
import static dev.plumbline.work.EventType.DEPLOY_FINISHED;
import static dev.plumbline.work.EventType.DEPLOY_ROLLED_BACK;
import static dev.plumbline.work.EventType.INCIDENT_OPENED;
import static dev.plumbline.work.EventType.INCIDENT_RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Told;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Result;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deployments of git:shop, which pod red owns; forgotten after ten silent days. */
class DeliveryFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);
    private static final Settings LIVE = new Settings(null, FORGET_AFTER, Duration.ofHours(1));
    private static final Directory PODS =
            DirectoryYaml.parse("pods: [{id: red, containers: [\"git:shop\"]}]", "pods.yaml");

    private Rehearsal<RoutedEvent, PodFact> deployments;

    private Rehearsal<RoutedEvent, PodFact> start(Settings settings) throws Exception {
        deployments = new Rehearsal<>(() -> new DeliveryFunction(settings, PODS), RoutedEvent::key);
        return deployments;
    }

    @AfterEach
    void stop() throws Exception {
        deployments.close();
    }

    private static RoutedEvent deployment(EventType type, Result result, String id, Instant at) {
        WorkEvent event = Told.event(type, ObjectType.DEPLOYMENT, id, at, null, null);
        return Told.own(Told.in("git:shop", result, event));
    }

    private static RoutedEvent finished(Result result, String moment) {
        return deployment(DEPLOY_FINISHED, result, "D-1", at(moment));
    }

    private static RoutedEvent incident(EventType type, String id, Instant at) {
        WorkEvent event = Told.event(type, ObjectType.INCIDENT, "I-1", at, null, null);
        return RoutedEvent.linked(ObjectType.DEPLOYMENT, id, event);
    }

    /** Besides where they came from. */
    private List<PodFact> counted() {
        return deployments.output().stream()
                .filter(fact -> fact.kind() != PodFactKind.EVIDENCE_HEARD)
                .toList();
    }

    @Test
    void thePodKnowsWhereItsDeploymentsAreToldFrom() throws Exception {
        start(LIVE)
                .hears(incident(INCIDENT_OPENED, "D-1", at("02T11:00")))
                .hears(finished(Result.SUCCESS, "02T10:00"))
                .clockReaches(at("02T13:00"));

        assertThat(deployments.output())
                .filteredOn(fact -> fact.kind() == PodFactKind.EVIDENCE_HEARD)
                .extracting(PodFact::pod, PodFact::subject, PodFact::at)
                .containsExactly(tuple("red", "git:shop", at("02T10:00")));
    }

    @Test
    void anIncidentMakesADeploymentAFailureAndItsEndRestoresIt() throws Exception {
        start(LIVE)
                .hears(incident(INCIDENT_RESOLVED, "D-1", at("02T12:00")))
                .hears(incident(INCIDENT_OPENED, "D-1", at("02T11:00")))
                .hears(finished(Result.SUCCESS, "02T10:00"))
                .clockReaches(at("02T13:00"));

        assertThat(counted())
                .extracting(PodFact::pod, PodFact::kind, PodFact::at, PodFact::since)
                .containsExactly(
                        tuple("red", PodFactKind.DEPLOYMENT_ENDED, at("02T10:00"), at("02T10:00")),
                        tuple(
                                "red",
                                PodFactKind.DEPLOYMENT_FAILED_BY_INCIDENT,
                                at("02T11:00"),
                                at("02T10:00")),
                        tuple(
                                "red",
                                PodFactKind.DEPLOYMENT_RESTORED,
                                at("02T12:00"),
                                at("02T10:00")));
    }

    /**
     * Both events are of 11:00; incident.opened comes first by its id, whichever is heard first.
     */
    @Test
    void incidentsOfOneInstantAreFoldedInTheOrderOfTheirIds() throws Exception {
        List<RoutedEvent> story =
                List.of(
                        incident(INCIDENT_OPENED, "D-1", at("02T11:00")),
                        incident(INCIDENT_RESOLVED, "D-1", at("02T11:00")),
                        finished(Result.SUCCESS, "02T10:00"));
        for (int first = 0; first < 3; first++) {
            start(LIVE);
            for (int i = 0; i < 3; i++) {
                deployments.hears(story.get((first + i) % 3));
            }
            deployments.clockReaches(at("02T13:00"));
            assertThat(counted())
                    .extracting(PodFact::kind, PodFact::at)
                    .containsExactly(
                            tuple(PodFactKind.DEPLOYMENT_ENDED, at("02T10:00")),
                            tuple(PodFactKind.DEPLOYMENT_FAILED_BY_INCIDENT, at("02T11:00")),
                            tuple(PodFactKind.DEPLOYMENT_RESTORED, at("02T11:00")));
        }
    }

    @Test
    void whatIsToldTwiceHappenedOnce() throws Exception {
        start(LIVE)
                .hears(finished(Result.SUCCESS, "02T10:00"))
                .hears(deployment(DEPLOY_ROLLED_BACK, null, "D-1", at("02T11:00")))
                .hears(deployment(DEPLOY_ROLLED_BACK, null, "D-1", at("02T11:00")))
                .hears(finished(Result.SUCCESS, "02T10:00"))
                .clockReaches(at("02T13:00"));

        assertThat(counted())
                .extracting(PodFact::kind)
                .containsExactly(
                        PodFactKind.DEPLOYMENT_ENDED,
                        PodFactKind.DEPLOYMENT_FAILED,
                        PodFactKind.DEPLOYMENT_RESTORED);
    }

    @Test
    void aSilentDeploymentIsForgottenAndLeavesNothingBehind() throws Exception {
        start(LIVE)
                .hears(finished(Result.SUCCESS, "02T10:00"))
                .hears(incident(INCIDENT_OPENED, "D-1", at("05T10:00")))
                .clockReaches(at("15T09:59"));
        assertThat(deployments.stateEntries()).isEqualTo(1);

        deployments.clockReaches(at("15T10:00"));
        assertThat(deployments.stateEntries()).isZero();
        assertThat(deployments.timers()).isZero();
    }

    @Test
    void theClockStopsAndTheStreamEnds() throws Exception {
        for (Settings settings :
                List.of(Settings.bounded(at("03T00:00")), new Settings(null, FORGET_AFTER, null))) {
            start(settings).hears(finished(Result.FAILURE, "02T10:00")).streamEnds();
            assertThat(counted()).hasSize(1);
            assertThat(deployments.timers()).isZero();
        }
    }

    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<RoutedEvent>> story = new ArrayList<>();
        Random random = new Random(8);
        for (int i = 0; i < 80; i++) {
            Instant at = at("02T00:00").plus(Duration.ofHours(random.nextInt(28 * 24)));
            String id = "D-" + random.nextInt(4);
            Result result = random.nextBoolean() ? Result.SUCCESS : Result.FAILURE;
            RoutedEvent event =
                    switch (random.nextInt(5)) {
                        case 0, 1 -> deployment(DEPLOY_FINISHED, result, id, at);
                        case 2 -> deployment(DEPLOY_ROLLED_BACK, null, id, at);
                        case 3 -> incident(INCIDENT_OPENED, id, at);
                        default -> incident(INCIDENT_RESOLVED, id, at);
                    };
            story.add(new Moment<>(at, event));
        }
        Settings settings = new Settings(at("31T00:00"), Duration.ofDays(3), null);
        List<String> told = Ways.atOnce(Ways.stage(start(settings)), story);
        assertThat(told).hasSizeGreaterThan(20);
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
