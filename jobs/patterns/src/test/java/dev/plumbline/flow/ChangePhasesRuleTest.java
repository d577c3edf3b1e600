package dev.plumbline.flow;

import static dev.plumbline.work.EventType.CHANGE_COMMENTED;
import static dev.plumbline.work.EventType.CHANGE_DRAFTED;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_READY;
import static dev.plumbline.work.EventType.CHANGE_REOPENED;
import static dev.plumbline.work.EventType.CHANGE_REVIEWED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.CHANGE_UPDATED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static dev.plumbline.work.Verdict.APPROVED;
import static dev.plumbline.work.Verdict.CHANGES_REQUESTED;
import static dev.plumbline.work.Verdict.COMMENTED;
import static dev.plumbline.work.Verdict.DISMISSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Party;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Ana's change, working days from 09:00 to 17:00 UTC. */
class ChangePhasesRuleTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.standard(ZoneOffset.UTC);
    private static final long HOUR = 3600;

    private Party author = ANA;
    private Progress progress = Progress.NONE;
    private ChangePhases phases = ChangePhases.NONE;

    private ChangePhasesRuleTest then(Happening happening) {
        WorkEvent event = happening.event();
        ProgressStep step = ProgressRule.next(progress, event, author.kind(), CALENDAR);
        phases = ChangePhasesRule.next(phases, progress, step.progress(), event, author, CALENDAR);
        progress = step.progress();
        return this;
    }

    private ChangePhasesRuleTest then(EventType type, String moment, Party actor) {
        return then(Happening.of(type, moment, actor));
    }

    private ChangePhasesRuleTest reviewed(String moment, Party reviewer, Verdict verdict) {
        return then(Happening.of(CHANGE_REVIEWED, moment, reviewer).saying(verdict));
    }

    @Test
    void everyPhaseOfAChangeWithOneRound() {
        // Response Mon 11 (2 h), approved Tue 12. In between: 11-13 with reviewers (2 h), from Mon
        // 13 with ana until Tue 10 (4 h + 1 h), then with reviewers to 12 (2 h). Merged Tue 15.
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .then(CHANGE_COMMENTED, "Mon 11:00", BEN)
                .reviewed("Mon 13:00", BEN, CHANGES_REQUESTED)
                .then(CHANGE_UPDATED, "Tue 10:00", ANA)
                .reviewed("Tue 12:00", BEN, APPROVED)
                .then(CHANGE_MERGED, "Tue 15:00", ANA);

        assertThat(phases.pickupSeconds()).isEqualTo(2 * HOUR);
        assertThat(phases.reviewWaitReviewersSeconds()).isEqualTo(4 * HOUR);
        assertThat(phases.reviewWaitAuthorSeconds()).isEqualTo(5 * HOUR);
        assertThat(phases.reworkSeconds()).isEqualTo(5 * HOUR);
        assertThat(phases.mergeDelaySeconds()).isEqualTo(3 * HOUR);
        assertThat(phases.reviewedByHuman()).isTrue();
        assertThat(phases.waitedForReviewersMillis()).isEqualTo(6 * HOUR * 1000);
    }

    @Test
    void anApprovalThatIsTheFirstResponseLeavesNoReviewTime() {
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .reviewed("Mon 12:00", BEN, APPROVED)
                .then(CHANGE_MERGED, "Mon 12:30", BEN);

        assertThat(phases.pickupSeconds()).isEqualTo(3 * HOUR);
        assertThat(phases.reviewWaitReviewersSeconds()).isZero();
        assertThat(phases.reviewWaitAuthorSeconds()).isZero();
        assertThat(phases.reworkSeconds()).isNull();
        assertThat(phases.mergeDelaySeconds()).isEqualTo(HOUR / 2);
    }

    @Test
    void whatTheAuthorAndServicesSayIsNoResponse() {
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .then(CHANGE_COMMENTED, "Mon 10:00", ANA)
                .reviewed("Mon 11:00", PIPELINE, APPROVED)
                .reviewed("Mon 12:00", ANA, APPROVED)
                .then(CHANGE_MERGED, "Mon 13:00", ANA);

        assertThat(phases.pickupSeconds()).isNull();
        assertThat(phases.reviewWaitReviewersSeconds()).isNull();
        assertThat(phases.mergeDelaySeconds()).isNull();
        assertThat(phases.reviewedByHuman()).isFalse();
    }

    @Test
    void aMergeBySomebodyElseIsAResponseButNoReview() {
        then(CHANGE_OPENED, "Mon 09:00", ANA).then(CHANGE_MERGED, "Mon 13:00", BEN);

        assertThat(phases.pickupSeconds()).isEqualTo(4 * HOUR);
        assertThat(phases.mergeDelaySeconds()).isNull();
        assertThat(phases.reviewedByHuman()).isFalse();
    }

    @Test
    void thePickupStartsWhenADraftIsReady() {
        then(Happening.of(CHANGE_OPENED, "Mon 09:00", ANA).asDraft())
                .then(CHANGE_COMMENTED, "Mon 10:00", BEN)
                .then(CHANGE_READY, "Mon 14:00", ANA)
                .reviewed("Mon 15:00", CARA, APPROVED);

        assertThat(phases.readyAt()).isEqualTo(at("Mon 14:00"));
        assertThat(phases.firstResponseAt()).isEqualTo(at("Mon 15:00"));
        assertThat(phases.pickupSeconds()).isEqualTo(HOUR);
    }

    @Test
    void nobodyIsWaitedForWhileItIsADraftAgain() {
        // Ready 09-10 and 13-14: 2 h.
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .then(CHANGE_DRAFTED, "Mon 10:00", ANA)
                .then(CHANGE_READY, "Mon 13:00", ANA)
                .reviewed("Mon 14:00", BEN, COMMENTED);

        assertThat(phases.pickupSeconds()).isEqualTo(2 * HOUR);
    }

    @Test
    void reviewersLiveOnWorkingTimeAndAnAgentThatReworksOnElapsedTime() {
        author = ROBOT;
        // Fri 16 to Mon 10: 2 h of working time. The agent reworks Mon 16 to Tue 04: 12 h on the
        // clock. Then reviewers from Tue 04 to 10: 1 h of working time.
        then(CHANGE_OPENED, "Fri 16:00", ROBOT)
                .reviewed("Mon+1 10:00", BEN, COMMENTED)
                .reviewed("Mon+1 16:00", BEN, CHANGES_REQUESTED)
                .then(CHANGE_UPDATED, "Tue+1 04:00", ROBOT)
                .reviewed("Tue+1 10:00", BEN, APPROVED);

        assertThat(phases.pickupSeconds()).isEqualTo(2 * HOUR);
        assertThat(phases.reviewWaitAuthorSeconds()).isEqualTo(12 * HOUR);
        assertThat(phases.reviewWaitReviewersSeconds()).isEqualTo(6 * HOUR + HOUR);
    }

    @Test
    void aDismissalTakesTheApprovalBack() {
        // Approved 10, dismissed 12, approved 15: 5 h of review, and the delay starts anew.
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .reviewed("Mon 10:00", BEN, APPROVED)
                .reviewed("Mon 12:00", BEN, DISMISSED)
                .reviewed("Mon 15:00", BEN, APPROVED)
                .then(CHANGE_MERGED, "Mon 16:00", ANA);

        assertThat(phases.reviewWaitReviewersSeconds()).isEqualTo(5 * HOUR);
        assertThat(phases.mergeDelaySeconds()).isEqualTo(HOUR);
    }

    @Test
    void reworkAfterTheApprovalIsReworkAndPartOfTheDelay() {
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .reviewed("Mon 10:00", BEN, APPROVED)
                .reviewed("Mon 11:00", CARA, CHANGES_REQUESTED)
                .then(CHANGE_UPDATED, "Mon 13:00", ANA)
                .then(CHANGE_MERGED, "Mon 14:00", ANA);

        assertThat(phases.reworkSeconds()).isEqualTo(2 * HOUR);
        assertThat(phases.reviewWaitAuthorSeconds()).isZero();
        assertThat(phases.mergeDelaySeconds()).isEqualTo(4 * HOUR);
    }

    @Test
    void theTimeBetweenAMergeAndAReopeningIsNobodys() {
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .reviewed("Mon 10:00", BEN, APPROVED)
                .then(CHANGE_MERGED, "Mon 11:00", ANA)
                .then(CHANGE_REOPENED, "Mon 15:00", ANA)
                .then(CHANGE_MERGED, "Mon 16:00", ANA);

        assertThat(phases.mergeDelaySeconds()).isEqualTo(2 * HOUR);
        assertThat(phases.mergedAt()).isEqualTo(at("Mon 16:00"));
    }

    @Test
    void aChangeWhoseAuthorIsNotKnownHasNoPhases() {
        ProgressStep step =
                ProgressRule.next(
                        progress,
                        Happening.of(CHANGE_MERGED, "Mon 10:00", BEN).event(),
                        null,
                        CALENDAR);
        ChangePhases none =
                ChangePhasesRule.next(
                        phases,
                        progress,
                        step.progress(),
                        Happening.of(CHANGE_MERGED, "Mon 10:00", BEN).event(),
                        null,
                        CALENDAR);

        assertThat(none.pickupSeconds()).isNull();
        assertThat(none.readyAt()).isNull();
    }

    @Test
    void theFirstDeploymentAfterTheMergeIsTheOneThatCounts() {
        then(CHANGE_OPENED, "Mon 09:00", ANA).then(CHANGE_MERGED, "Mon 13:00", BEN);
        ChangePhases early = ChangePhasesRule.deployed(phases, at("Mon 12:00"));
        ChangePhases first = ChangePhasesRule.deployed(phases, at("Mon 14:00"));

        assertThat(early.deployedAt()).isNull();
        assertThat(ChangePhasesRule.deployed(first, at("Tue 14:00")).deployedAt())
                .isEqualTo(at("Mon 14:00"));
    }

    @Test
    void itStartsWithItsFirstCommitOrItsOpeningWhicheverCameFirst() {
        ChangePhases committed = ChangePhasesRule.committed(phases, at("Mon 08:00"));
        ChangePhases twice = ChangePhasesRule.committed(committed, at("Mon 10:00"));

        assertThat(twice.startedAt(at("Mon 09:00"))).isEqualTo(at("Mon 08:00"));
        assertThat(phases.startedAt(at("Mon 09:00"))).isEqualTo(at("Mon 09:00"));
        assertThat(twice.startedAt(null)).isEqualTo(at("Mon 08:00"));
    }

    @Test
    void aReviewThatIsAskedForBeforeAnybodyRespondsWasAskedFor() {
        then(CHANGE_OPENED, "Mon 09:00", ANA);
        assertThat(phases.reviewRequested()).isFalse();
        then(CHANGE_REVIEW_REQUESTED, "Mon 10:00", ANA).then(CHANGE_MERGED, "Mon 12:00", BEN);
        assertThat(phases.reviewRequested()).isTrue();
    }

    @Test
    void aReviewThatIsAskedForAfterTheFirstResponseWasNotWhatWasWaitedFor() {
        then(CHANGE_OPENED, "Mon 09:00", ANA)
                .then(CHANGE_COMMENTED, "Mon 11:00", BEN)
                .then(CHANGE_REVIEW_REQUESTED, "Mon 12:00", ANA);
        assertThat(phases.reviewRequested()).isFalse();
    }
}
