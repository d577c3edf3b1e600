package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.CHANGE_FAILURE_RATE;
import static dev.plumbline.pod.Metric.DEPLOYMENT_FREQUENCY;
import static dev.plumbline.pod.Metric.DEPLOYMENT_REWORK_RATE;
import static dev.plumbline.pod.Metric.RECOVERY_TIME;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.time.Grain.WEEK;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.Organisation;
import org.junit.jupiter.api.Test;

class DeploymentMeasuresTest {

    private final PodRows pod = new PodRows(Organisation.ACME);

    private void week(PodFact... facts) {
        pod.until(at("Mon+1 00:00"), facts);
    }

    @Test
    void aFailureLastsUntilTheNextSuccessInTheSamePlace() {
        // D-2 fails Mon 12 and D-3, a repair, succeeds Mon 15: 3 h.
        week(
                FamilyFacts.deployment("D-1", at("Mon 10:00"), true, false),
                FamilyFacts.deployment("D-2", at("Mon 12:00"), false, false),
                FamilyFacts.deployment("D-3", at("Mon 15:00"), true, true),
                FamilyFacts.deployment("D-4", at("Tue 10:00"), true, false));

        assertThat(pod.ofWeek(DEPLOYMENT_FREQUENCY, ALL).value()).isEqualTo(3);
        assertThat(pod.ofWeek(CHANGE_FAILURE_RATE, ALL).value()).isEqualTo(0.25);
        assertThat(pod.ofWeek(DEPLOYMENT_REWORK_RATE, ALL).value()).isEqualTo(0.25);
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).value()).isEqualTo(3 * 3600);
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).p95()).isEqualTo(3 * 3600);
    }

    @Test
    void whatAnIncidentNamesIsNotRestoredByALaterDeployment() {
        // D-1 ended Mon 10 and an incident names it Mon 11. D-2 does not help; resolved Tue 10.
        week(
                FamilyFacts.deployment("D-1", at("Mon 10:00"), true, false),
                FamilyFacts.failedLater("D-1", at("Mon 11:00"), at("Mon 10:00"), true),
                FamilyFacts.deployment("D-2", at("Mon 12:00"), true, false),
                FamilyFacts.restored("D-1", at("Tue 10:00")));

        assertThat(pod.ofWeek(CHANGE_FAILURE_RATE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).value()).isEqualTo(24 * 3600);
    }

    @Test
    void aFailedDeploymentThatAnIncidentNamesTooFailedOnce() {
        week(
                FamilyFacts.deployment("D-1", at("Mon 10:00"), false, false),
                FamilyFacts.named("D-1", at("Tue 11:00"), at("Mon 10:00")),
                FamilyFacts.deployment("D-2", at("Tue 12:00"), true, false));

        assertThat(pod.of(CHANGE_FAILURE_RATE, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(1.0, 0.0);
        assertThat(pod.ofWeek(CHANGE_FAILURE_RATE, ALL).value()).isEqualTo(0.5);
        // The incident lasts, whatever D-2 did.
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).nullReason()).isEqualTo("censored");
    }

    @Test
    void whatALaterDeploymentHasRepairedDoesNotFailOnceMoreWhenAnIncidentNamesIt() {
        // D-1 fails Mon 10, D-2 repairs it Mon 12: 2 h. The incident of Wed is no second failure.
        week(
                FamilyFacts.deployment("D-1", at("Mon 10:00"), false, false),
                FamilyFacts.deployment("D-2", at("Mon 12:00"), true, true),
                FamilyFacts.named("D-1", at("Wed 09:00"), at("Mon 10:00")),
                FamilyFacts.restored("D-1", at("Wed 10:00")),
                FamilyFacts.deployment("D-3", at("Thu 10:00"), true, false));

        assertThat(pod.ofWeek(CHANGE_FAILURE_RATE, ALL).value()).isEqualTo(1.0 / 3);
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).n()).isEqualTo(1);
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).value()).isEqualTo(2 * 3600);
        assertThat(pod.of(CHANGE_FAILURE_RATE, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(0.5, null, 0.0);
    }

    @Test
    void aFailureOfAnEarlierWeekCountsWhereItIsSeen() {
        week(FamilyFacts.deployment("D-1", at("Fri 10:00"), true, false));
        pod.until(
                at("Mon+2 00:00"),
                FamilyFacts.failedLater("D-1", at("Mon+1 10:00"), at("Fri 10:00"), false));

        assertThat(pod.of(CHANGE_FAILURE_RATE, ALL, WEEK))
                .extracting(row -> row.measure().value())
                .containsExactly(0.0, 1.0);
    }

    @Test
    void whatIsStillBrokenIsCensoredAndNeitherZeroNorForgotten() {
        week(FamilyFacts.deployment("D-1", at("Mon 10:00"), false, false));

        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).nullReason()).isEqualTo("censored");
        assertThat(pod.ofWeek(RECOVERY_TIME, ALL).n()).isZero();

        pod.until(at("Mon+2 00:00"), FamilyFacts.deployment("D-2", at("Mon+1 10:00"), true, false));
        assertThat(pod.of(RECOVERY_TIME, ALL, WEEK).get(1).measure().value())
                .isEqualTo(7 * 24 * 3600);
    }

    @Test
    void aWeekOfWorkWithoutADeploymentHasAFrequencyOfZero() {
        week(FamilyFacts.deployment("D-1", at("Mon 10:00"), true, false));
        pod.until(at("Mon+2 00:00"), Facts.finished("T-1", at("Mon+1 10:00"), 4, ANA));

        assertThat(pod.of(DEPLOYMENT_FREQUENCY, ALL, WEEK))
                .extracting(row -> row.measure().value())
                .containsExactly(1.0, 0.0);
        assertThat(pod.of(CHANGE_FAILURE_RATE, ALL, WEEK).get(1).measure().nullReason())
                .isEqualTo("no_data");
    }

    @Test
    void aPodThatNeverDeployedHasNoFrequency() {
        week(Facts.finished("T-1", at("Mon 10:00"), 4, ANA));

        assertThat(pod.of(DEPLOYMENT_FREQUENCY, ALL, WEEK)).isEmpty();
    }
}
