package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.AGENT_REWORK_RATE;
import static dev.plumbline.pod.Metric.AGENT_SHARE;
import static dev.plumbline.pod.Metric.AGENT_UNREVIEWED_SHARE;
import static dev.plumbline.pod.Metric.CHANGE_LEAD_TIME;
import static dev.plumbline.pod.Metric.DEPLOY_TIME;
import static dev.plumbline.pod.Metric.MERGE_DELAY;
import static dev.plumbline.pod.Metric.PICKUP_TIME;
import static dev.plumbline.pod.Metric.REVIEW_TIME;
import static dev.plumbline.pod.Metric.REVIEW_WAIT_AUTHOR;
import static dev.plumbline.pod.Metric.REVIEW_WAIT_REVIEWERS;
import static dev.plumbline.pod.Metric.REWORK_TIME;
import static dev.plumbline.pod.Metric.THROUGHPUT;
import static dev.plumbline.pod.Metric.UNLINKED_SHARE;
import static dev.plumbline.pod.Split.AGENT;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.pod.Split.HUMAN;
import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.time.Grain.WEEK;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.Organisation;
import org.junit.jupiter.api.Test;

class ChangeMeasuresTest {

    private static final double HOUR = 3600;

    private final PodRows pod = new PodRows(Organisation.ACME);

    private void week(PodFact... facts) {
        pod.until(at("Mon+1 00:00"), facts);
    }

    private void weekWithPhases() {
        week(
                FamilyFacts.merged(
                        "C-1", at("Mon 10:00"), ANA, FamilyFacts.phases(ANA, 2L, 3L, 1L, 1L, 4L)),
                FamilyFacts.merged(
                        "C-2", at("Tue 10:00"), BEN, FamilyFacts.phases(BEN, 4L, 1L, 0L, null, 2L)),
                FamilyFacts.merged(
                        "C-3",
                        at("Wed 10:00"),
                        ROBOT,
                        FamilyFacts.phases(ROBOT, 9L, null, null, null, null)));
    }

    @Test
    void everyPhaseIsOverTheChangesThatWentThroughIt() {
        weekWithPhases();

        // Pickup 2, 4 and 9 h: mean 5, median 4. Review 3 + 1 and 1 + 0 h: mean 2.5.
        assertThat(pod.ofWeek(PICKUP_TIME, ALL).n()).isEqualTo(3);
        assertThat(pod.ofWeek(PICKUP_TIME, ALL).value()).isEqualTo(5 * HOUR);
        assertThat(pod.ofWeek(PICKUP_TIME, ALL).p50()).isEqualTo(4 * HOUR);
        assertThat(pod.ofWeek(PICKUP_TIME, ALL).p95()).isEqualTo(9 * HOUR);
        assertThat(pod.ofWeek(REVIEW_TIME, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(REVIEW_TIME, ALL).value()).isEqualTo(2.5 * HOUR);
        assertThat(pod.ofWeek(REVIEW_WAIT_REVIEWERS, ALL).value()).isEqualTo(2 * HOUR);
        assertThat(pod.ofWeek(REVIEW_WAIT_AUTHOR, ALL).value()).isEqualTo(0.5 * HOUR);
        assertThat(pod.ofWeek(REWORK_TIME, ALL).n()).isEqualTo(1);
        assertThat(pod.ofWeek(REWORK_TIME, ALL).value()).isEqualTo(HOUR);
        assertThat(pod.ofWeek(MERGE_DELAY, ALL).value()).isEqualTo(3 * HOUR);
    }

    @Test
    void phasesAreSplitByTheAuthorAndSilentAboutOnePerson() {
        weekWithPhases();

        assertThat(pod.ofWeek(PICKUP_TIME, HUMAN).value()).isEqualTo(3 * HOUR);
        assertThat(pod.ofWeek(PICKUP_TIME, AGENT).value()).isEqualTo(9 * HOUR);
        assertThat(pod.ofWeek(REVIEW_TIME, AGENT).nullReason()).isEqualTo("no_data");
        assertThat(pod.ofWeek(REWORK_TIME, HUMAN)).isEqualTo(Measure.suppressed());
    }

    @Test
    void aPodWithoutChangesHasNoRowsOfThem() {
        week(Facts.finished("T-1", at("Mon 10:00"), 4, ANA));

        assertThat(pod.of(THROUGHPUT, ALL, WEEK)).hasSize(1);
        assertThat(pod.of(PICKUP_TIME, ALL, WEEK)).isEmpty();
        assertThat(pod.of(AGENT_SHARE, ALL, WEEK)).isEmpty();
    }

    @Test
    void aDayWithoutChangesHasNoRowsOfThemEither() {
        week(
                FamilyFacts.merged("C-1", at("Mon 10:00"), ANA, FamilyFacts.by(ANA)),
                Facts.finished("T-1", at("Tue 10:00"), 4, ANA));

        assertThat(pod.of(AGENT_SHARE, ALL, DAY)).hasSize(1);
        assertThat(pod.of(THROUGHPUT, ALL, DAY)).hasSize(2);
    }

    @Test
    void whatAgentsHaveInTheChangesOfAWeek() {
        // Four merged, two by the robot, one of these without a person's review. Its C-2 moved
        // back before it was merged, its C-9 of an earlier week was reverted: 2 of C-2, C-3, C-9.
        week(
                FamilyFacts.reworked("C-2", at("Mon 09:00"), ROBOT),
                FamilyFacts.merged("C-1", at("Mon 10:00"), ANA, FamilyFacts.by(ANA)),
                FamilyFacts.merged("C-2", at("Mon 11:00"), ROBOT, FamilyFacts.by(ROBOT)),
                FamilyFacts.merged("C-3", at("Mon 12:00"), ROBOT, FamilyFacts.unreviewed(ROBOT)),
                FamilyFacts.merged("C-4", at("Mon 13:00"), BEN, FamilyFacts.unreviewed(BEN)),
                FamilyFacts.reworked("C-9", at("Tue 09:00"), ROBOT));

        assertThat(pod.ofWeek(AGENT_SHARE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(AGENT_SHARE, ALL).n()).isEqualTo(4);
        assertThat(pod.ofWeek(AGENT_UNREVIEWED_SHARE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(AGENT_UNREVIEWED_SHARE, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(AGENT_REWORK_RATE, ALL).value()).isEqualTo(2.0 / 3);
        assertThat(pod.of(AGENT_SHARE, HUMAN, WEEK)).isEmpty();
    }

    @Test
    void withoutAnAgentsChangeItsSharesAreNotKnown() {
        week(FamilyFacts.merged("C-1", at("Mon 10:00"), ANA, FamilyFacts.by(ANA)));

        assertThat(pod.ofWeek(AGENT_SHARE, ALL).value()).isZero();
        assertThat(pod.ofWeek(AGENT_UNREVIEWED_SHARE, ALL).nullReason()).isEqualTo("no_data");
        assertThat(pod.ofWeek(AGENT_REWORK_RATE, ALL).nullReason()).isEqualTo("no_data");
    }

    @Test
    void aChangeReopenedInTheWeekIsNotMergedInIt() {
        week(
                FamilyFacts.merged("C-1", at("Mon 10:00"), ANA, FamilyFacts.by(ANA)),
                Facts.movedBack("C-1", at("Tue 10:00"), ANA));

        assertThat(pod.ofWeek(AGENT_SHARE, ALL).nullReason()).isEqualTo("no_data");
    }

    @Test
    void commitsAndMergedChangesThatNameNoWorkItem() {
        // Of 3 commits 2, of 2 changes 1: 3 of 5. Of C-3 it is not known. People's: ana 1 of 2, ben
        // 1 of 2. Robot: 1 of 1.
        week(
                FamilyFacts.commit("a", at("Mon 09:00"), ANA, true),
                FamilyFacts.commit("b", at("Mon 09:10"), ANA, false),
                FamilyFacts.commit("c", at("Mon 09:20"), ROBOT, false),
                FamilyFacts.merged("C-1", at("Mon 10:00"), BEN, FamilyFacts.by(BEN)),
                FamilyFacts.merged("C-2", at("Mon 11:00"), BEN, FamilyFacts.unlinked(BEN)),
                FamilyFacts.merged("C-3", at("Mon 12:00"), BEN, FamilyFacts.firstSeenLate(BEN)));

        assertThat(pod.ofWeek(UNLINKED_SHARE, ALL).value()).isEqualTo(0.6);
        assertThat(pod.ofWeek(UNLINKED_SHARE, ALL).n()).isEqualTo(5);
        assertThat(pod.ofWeek(UNLINKED_SHARE, HUMAN).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(UNLINKED_SHARE, AGENT).value()).isEqualTo(1);
    }

    @Test
    void commitsAloneMakeNoRowsOfItems() {
        week(FamilyFacts.commit("a", at("Mon 09:00"), ANA, true));

        assertThat(pod.ofWeek(UNLINKED_SHARE, ALL).value()).isZero();
        assertThat(pod.ofWeek(UNLINKED_SHARE, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.of(THROUGHPUT, ALL, WEEK)).isEmpty();
    }

    @Test
    void changesThatReachedProduction() {
        // Deploy 1 and 3 h, lead 10 h; of the other neither commit nor opening was seen.
        week(
                FamilyFacts.deployed("C-1", at("Mon 10:00"), ANA, 1, 10L),
                FamilyFacts.deployed("C-2", at("Mon 11:00"), ROBOT, 3, null));

        assertThat(pod.ofWeek(DEPLOY_TIME, ALL).value()).isEqualTo(2 * HOUR);
        assertThat(pod.ofWeek(DEPLOY_TIME, AGENT).value()).isEqualTo(3 * HOUR);
        assertThat(pod.ofWeek(DEPLOY_TIME, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(CHANGE_LEAD_TIME, ALL).n()).isEqualTo(1);
        assertThat(pod.ofWeek(CHANGE_LEAD_TIME, ALL).value()).isEqualTo(10 * HOUR);
        assertThat(pod.ofWeek(CHANGE_LEAD_TIME, AGENT).nullReason()).isEqualTo("no_data");
    }
}
