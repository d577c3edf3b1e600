package dev.plumbline.delivery;

import static dev.plumbline.delivery.DeploymentTransition.ENDED_FAILED;
import static dev.plumbline.delivery.DeploymentTransition.FAILED;
import static dev.plumbline.delivery.DeploymentTransition.FAILED_BY_INCIDENT;
import static dev.plumbline.delivery.DeploymentTransition.NAMED_BY_INCIDENT;
import static dev.plumbline.delivery.DeploymentTransition.RESTORED;
import static dev.plumbline.delivery.DeploymentTransition.SUCCEEDED;
import static dev.plumbline.work.EventType.DEPLOY_FINISHED;
import static dev.plumbline.work.EventType.DEPLOY_ROLLED_BACK;
import static dev.plumbline.work.EventType.DEPLOY_STARTED;
import static dev.plumbline.work.EventType.INCIDENT_OPENED;
import static dev.plumbline.work.EventType.INCIDENT_RESOLVED;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentRuleTest {

    private final List<DeploymentTransition> told = new ArrayList<>();
    private Deployment deployment = Deployment.starting("D-1");

    private DeploymentRuleTest then(Happening happening) {
        DeploymentStep step = DeploymentRule.next(deployment, happening.event());
        deployment = step.deployment();
        told.addAll(step.transitions());
        return this;
    }

    private static Happening event(EventType type, String moment) {
        return Happening.of(type, moment, PIPELINE).in("RED");
    }

    private static Happening finished(String moment, Result result) {
        return event(DEPLOY_FINISHED, moment).ending(result);
    }

    private static Happening incident(EventType type, String moment, String id) {
        return Happening.of(type, moment, PIPELINE).on(id);
    }

    @Test
    void aDeploymentSucceedsOnce() {
        then(event(DEPLOY_STARTED, "Mon 10:00"))
                .then(finished("Mon 10:10", Result.SUCCESS))
                .then(finished("Mon 10:11", Result.SUCCESS));

        assertThat(told).containsExactly(SUCCEEDED);
        assertThat(deployment.endedAt()).isEqualTo(at("Mon 10:10"));
        assertThat(deployment.target()).isEqualTo("RED");
    }

    @Test
    void whatWasCancelledOrSkippedDidNotEnd() {
        then(finished("Mon 10:10", Result.CANCELLED)).then(finished("Mon 10:11", Result.SKIPPED));

        assertThat(told).isEmpty();
    }

    @Test
    void aStagingEnvironmentIsNoProduction() {
        then(finished("Mon 10:10", Result.SUCCESS).inEnvironment("staging"));

        assertThat(told).isEmpty();
        assertThat(Deployment.isProduction("Production")).isTrue();
        assertThat(Deployment.isProduction("LIVE")).isTrue();
        assertThat(Deployment.isProduction("prod")).isTrue();
        assertThat(Deployment.isProduction(null)).isTrue();
        assertThat(Deployment.isProduction("production-test")).isFalse();
    }

    @Test
    void aFailureIsRepairedByItsRepetition() {
        then(finished("Mon 10:10", Result.FAILURE)).then(finished("Mon 10:40", Result.SUCCESS));

        assertThat(told).containsExactly(ENDED_FAILED, RESTORED);
    }

    @Test
    void aRollbackIsAFailureAndItsEndAtOnce() {
        then(finished("Mon 10:10", Result.SUCCESS)).then(event(DEPLOY_ROLLED_BACK, "Mon 11:00"));

        assertThat(told).containsExactly(SUCCEEDED, FAILED, RESTORED);
    }

    @Test
    void anIncidentKeepsItBrokenUntilTheLastOneIsResolved() {
        then(finished("Mon 10:10", Result.SUCCESS))
                .then(incident(INCIDENT_OPENED, "Mon 11:00", "I-1"))
                .then(incident(INCIDENT_OPENED, "Mon 11:30", "I-2"))
                .then(incident(INCIDENT_RESOLVED, "Mon 12:00", "I-1"));
        assertThat(told).containsExactly(SUCCEEDED, FAILED_BY_INCIDENT, NAMED_BY_INCIDENT);

        then(incident(INCIDENT_RESOLVED, "Mon 13:00", "I-2"));
        assertThat(told).endsWith(RESTORED);
        assertThat(deployment.openIncidents()).isEmpty();
    }

    @Test
    void whatFailedAndWorksAgainDoesNotFailOnceMore() {
        then(finished("Mon 10:10", Result.SUCCESS))
                .then(event(DEPLOY_ROLLED_BACK, "Mon 11:00"))
                .then(incident(INCIDENT_OPENED, "Tue+1 09:00", "I-1"))
                .then(incident(INCIDENT_RESOLVED, "Tue+1 10:00", "I-1"));

        assertThat(told).containsExactly(SUCCEEDED, FAILED, RESTORED);
        assertThat(deployment.openIncidents()).isEmpty();
    }

    @Test
    void theEndOfAnIncidentItDidNotCauseIsNothing() {
        then(finished("Mon 10:10", Result.FAILURE))
                .then(incident(INCIDENT_RESOLVED, "Mon 12:00", "I-9"));

        assertThat(told).containsExactly(ENDED_FAILED);
    }

    @Test
    void whatEndedFailedIsOnlyNamedByTheIncidentThatFollows() {
        then(finished("Mon 10:10", Result.FAILURE))
                .then(incident(INCIDENT_OPENED, "Wed 09:00", "I-1"))
                .then(incident(INCIDENT_RESOLVED, "Wed 10:00", "I-1"));

        assertThat(told).containsExactly(ENDED_FAILED, NAMED_BY_INCIDENT, RESTORED);
    }

    @Test
    void whatWasRolledBackBeforeItEndedFailedHasFailedOnce() {
        then(event(DEPLOY_STARTED, "Mon 10:00"))
                .then(event(DEPLOY_ROLLED_BACK, "Mon 10:05"))
                .then(finished("Mon 10:10", Result.FAILURE));

        assertThat(told).containsExactly(FAILED, RESTORED);
    }
}
