package dev.plumbline.flow;

import static dev.plumbline.work.EventType.WORK_ITEM_BLOCKED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.EventType.WORK_ITEM_STATE_CHANGED;
import static dev.plumbline.work.EventType.WORK_ITEM_UNBLOCKED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.at;
import static dev.plumbline.work.StateCategory.ACTIVE;
import static dev.plumbline.work.StateCategory.BACKLOG;
import static dev.plumbline.work.StateCategory.CANCELLED;
import static dev.plumbline.work.StateCategory.DONE;
import static dev.plumbline.work.StateCategory.REVIEW;
import static dev.plumbline.work.StateCategory.TODO;
import static dev.plumbline.work.StateCategory.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.StateCategory;
import org.junit.jupiter.api.Test;

class ProgressRuleTest {

    private static final long HOUR = 3_600_000;

    private static Happening ana(EventType type, String moment) {
        return Happening.of(type, moment, ANA);
    }

    private static Happening enters(String moment, StateCategory state) {
        return ana(WORK_ITEM_STATE_CHANGED, moment).into(state);
    }

    private static Progress after(Happening... happenings) {
        return Progresses.after(happenings).progress();
    }

    @Test
    void whatIsCreatedWithoutAStateIsInTheBacklog() {
        assertThat(after(ana(WORK_ITEM_CREATED, "Mon 09:00")).state()).isEqualTo(BACKLOG);
        assertThat(after(ana(WORK_ITEM_CREATED, "Mon 09:00").into(TODO)).state()).isEqualTo(TODO);
    }

    @Test
    void anEventWithoutAStateLeavesItAsItIs() {
        Progress progress =
                after(enters("Mon 09:00", ACTIVE), ana(WORK_ITEM_COMMENTED, "Mon 10:00"));

        assertThat(progress.state()).isEqualTo(ACTIVE);
        assertThat(progress.stateRaw()).isEqualTo("active");
    }

    @Test
    void theFirstEntryIntoProgressStarts() {
        Progress progress =
                after(
                        enters("Mon 09:00", TODO),
                        enters("Mon 10:00", WAITING),
                        enters("Mon 11:00", ACTIVE),
                        enters("Mon 12:00", TODO),
                        enters("Mon 13:00", ACTIVE));

        assertThat(progress.firstActiveAt()).isEqualTo(at("Mon 10:00"));
    }

    @Test
    void timeInActiveAndInProgressIsWorkingTimeOfItsOwner() {
        // Fri 15-17 active (2 h), Mon 09-10 active (1 h), Mon 10-12 review (2 h)
        Happening[] story = {
            enters("Fri 15:00", ACTIVE), enters("Mon+1 10:00", REVIEW), enters("Mon+1 12:00", DONE)
        };
        Progress progress = after(story);

        assertThat(progress.activeMillis()).isEqualTo(3 * HOUR);
        assertThat(progress.inProgressMillis()).isEqualTo(5 * HOUR);
    }

    @Test
    void anAgentsTimeIsElapsedTime() {
        // Fri 15:00 to Mon 10:00 is 67 hours, then 2 hours in review.
        Progress progress =
                Progresses.ownedBy(
                                ActorKind.AGENT,
                                enters("Fri 15:00", ACTIVE),
                                enters("Mon+1 10:00", REVIEW),
                                enters("Mon+1 12:00", DONE))
                        .progress();

        assertThat(progress.activeMillis()).isEqualTo(67 * HOUR);
        assertThat(progress.inProgressMillis()).isEqualTo(69 * HOUR);
    }

    @Test
    void timeOutsideProgressCountsNowhere() {
        Progress progress =
                after(
                        enters("Mon 09:00", ACTIVE),
                        enters("Mon 10:00", TODO),
                        enters("Mon 15:00", ACTIVE),
                        enters("Mon 16:00", DONE),
                        ana(WORK_ITEM_COMMENTED, "Tue 10:00"));

        assertThat(progress.activeMillis()).isEqualTo(2 * HOUR);
        assertThat(progress.inProgressMillis()).isEqualTo(2 * HOUR);
    }

    @Test
    void doneIsTheLastEntryIntoDoneAndNothingWhileItIsNot() {
        Happening[] reopened = {enters("Mon 09:00", DONE), enters("Tue 09:00", ACTIVE)};
        assertThat(after(reopened).doneAt()).isNull();

        Progress again =
                after(
                        reopened[0],
                        reopened[1],
                        enters("Wed 09:00", DONE),
                        enters("Thu 09:00", DONE));
        assertThat(again.doneAt()).isEqualTo(at("Wed 09:00"));
        assertThat(again.reopens()).isEqualTo(1);
        assertThat(again.movedBack()).isEqualTo(1);
    }

    @Test
    void enteringDoneFinishesOnceAndStayingThereDoesNot() {
        assertThat(Progresses.after(enters("Mon 09:00", DONE)).finishedAs()).isEqualTo(DONE);
        assertThat(Progresses.after(enters("Mon 09:00", DONE), enters("Mon 10:00", DONE)))
                .extracting(ProgressStep::finishedAs)
                .isNull();
    }

    @Test
    void reviewBackToActiveMovedBackButReopenedNothing() {
        ProgressStep step =
                Progresses.after(enters("Mon 09:00", REVIEW), enters("Mon 10:00", ACTIVE));

        assertThat(step.movedBack()).isTrue();
        assertThat(step.progress().movedBack()).isEqualTo(1);
        assertThat(step.progress().reopens()).isZero();
        assertThat(step.reopenedSoon()).isFalse();
    }

    @Test
    void otherStepsBackMoveNothingBack() {
        Progress progress =
                after(
                        enters("Mon 09:00", REVIEW),
                        enters("Mon 10:00", WAITING),
                        enters("Mon 11:00", ACTIVE),
                        enters("Mon 12:00", TODO));

        assertThat(progress.movedBack()).isZero();
    }

    @Test
    void betweenDoneAndCancelledNothingIsReopened() {
        Progress progress =
                after(
                        enters("Mon 09:00", DONE),
                        enters("Mon 10:00", CANCELLED),
                        enters("Mon 11:00", DONE));

        assertThat(progress.reopens()).isZero();
        assertThat(progress.doneAt()).isEqualTo(at("Mon 11:00"));
        assertThat(progress.cancelledAt()).isNull();
    }

    @Test
    void fourteenDaysAfterDoneIsStillSoonAndAMinuteLaterIsNot() {
        assertThat(Progresses.after(enters("Mon 09:00", DONE), enters("Mon+2 09:00", ACTIVE)))
                .extracting(ProgressStep::reopenedSoon)
                .isEqualTo(true);
        assertThat(Progresses.after(enters("Mon 09:00", DONE), enters("Mon+2 09:01", ACTIVE)))
                .extracting(ProgressStep::reopenedSoon, ProgressStep::movedBack)
                .containsExactly(false, true);
    }

    @Test
    void leavingCancelledReopensButWasNeverDone() {
        ProgressStep step =
                Progresses.after(enters("Mon 09:00", CANCELLED), enters("Mon 10:00", ACTIVE));

        assertThat(step.progress().reopens()).isEqualTo(1);
        assertThat(step.reopenedSoon()).isFalse();
    }

    @Test
    void anItemFirstSeenInMidLifeStartsInTheStateItCameFrom() {
        ProgressStep step = Progresses.after(enters("Mon 09:00", ACTIVE).outOf(REVIEW));

        assertThat(step.movedBack()).isTrue();
        assertThat(step.progress().state()).isEqualTo(ACTIVE);
    }

    @Test
    void anItemFirstSeenInProgressHasNoStart() {
        Progress progress =
                after(enters("Mon 09:00", REVIEW).outOf(ACTIVE), enters("Mon 10:00", DONE));

        assertThat(progress.firstActiveAt()).isNull();
    }

    @Test
    void anItemFirstSeenBeforeItsStartHasOne() {
        Progress progress = after(enters("Mon 09:00", ACTIVE).outOf(TODO));

        assertThat(progress.firstActiveAt()).isEqualTo(at("Mon 09:00"));
    }

    @Test
    void whereTheFoldedStateIsKnownTheEventsOwnWordForItIsNotNeeded() {
        Progress progress =
                after(enters("Mon 09:00", ACTIVE), enters("Mon 10:00", REVIEW).outOf(DONE));

        assertThat(progress.reopens()).isZero();
    }

    @Test
    void blockedIsAFlagUntilUnblocked() {
        Happening start = enters("Mon 09:00", ACTIVE);
        Happening stop = ana(WORK_ITEM_BLOCKED, "Mon 10:00");

        assertThat(after(start, stop).blocked()).isTrue();
        assertThat(after(start, stop).state()).isEqualTo(ACTIVE);
        assertThat(after(start, stop, ana(WORK_ITEM_UNBLOCKED, "Mon 11:00")).blocked()).isFalse();
    }

    @Test
    void whatWasInProgressBeforeItWasSeenHasNoStartLaterEither() {
        Progress progress =
                after(
                        enters("Mon 10:00", DONE).outOf(ACTIVE),
                        enters("Tue 10:00", ACTIVE),
                        enters("Tue 12:00", DONE));

        assertThat(progress.firstActiveAt()).isNull();
        assertThat(progress.inProgressMillis()).isEqualTo(2 * HOUR);
    }

    @Test
    void whatWasFinishedWhenItWasSeenFirstHasNoStart() {
        Happening again = enters("Tue 10:00", ACTIVE);

        assertThat(after(enters("Mon 10:00", ACTIVE).outOf(DONE)).firstActiveAt()).isNull();
        assertThat(after(enters("Mon 10:00", DONE), again).firstActiveAt()).isNull();
    }

    @Test
    void whatWasCreatedAsDoneStartsWhenItIsReopened() {
        Progress progress =
                after(ana(WORK_ITEM_CREATED, "Mon 10:00").into(DONE), enters("Tue 10:00", ACTIVE));

        assertThat(progress.firstActiveAt()).isEqualTo(at("Tue 10:00"));
    }

    @Test
    void whenItLastWentBackIsRememberedAndAReopeningThatCameLateIsNone() {
        // Reopened on Tuesday within a day; from review back on Wednesday; 21 days after done
        // again.
        Progress progress =
                after(
                        enters("Mon 09:00", DONE),
                        enters("Tue 09:00", REVIEW),
                        enters("Wed 09:00", ACTIVE),
                        enters("Thu 09:00", DONE),
                        enters("Thu+3 09:00", ACTIVE));

        assertThat(progress.movedBackAt()).isEqualTo(at("Thu+3 09:00"));
        assertThat(progress.reopenedAt()).isEqualTo(at("Tue 09:00"));
        assertThat(after(enters("Mon 09:00", DONE)).movedBackAt()).isNull();
    }
}
