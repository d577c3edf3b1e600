package dev.plumbline.flow;

import static dev.plumbline.work.EventType.CHANGE_ABANDONED;
import static dev.plumbline.work.EventType.CHANGE_COMMENTED;
import static dev.plumbline.work.EventType.CHANGE_DRAFTED;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_READY;
import static dev.plumbline.work.EventType.CHANGE_REOPENED;
import static dev.plumbline.work.EventType.CHANGE_REVIEWED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.CHANGE_UPDATED;
import static dev.plumbline.work.StateCategory.ACTIVE;
import static dev.plumbline.work.StateCategory.CANCELLED;
import static dev.plumbline.work.StateCategory.DONE;
import static dev.plumbline.work.StateCategory.REVIEW;
import static dev.plumbline.work.Verdict.APPROVED;
import static dev.plumbline.work.Verdict.CHANGES_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeStatesTest {

    private static Happening a(EventType type) {
        return Happening.of(type, "Mon 09:00", Happening.ANA);
    }

    private static Happening at(String moment, EventType type) {
        return Happening.of(type, moment, Happening.ANA);
    }

    private static Happening says(Verdict verdict) {
        return a(CHANGE_REVIEWED).saying(verdict);
    }

    private static Progress after(Happening... happenings) {
        return Progresses.after(happenings).progress();
    }

    @Test
    void anOpenedChangeIsInReviewAndADraftIsActive() {
        assertThat(after(a(CHANGE_OPENED)).state()).isEqualTo(REVIEW);
        assertThat(after(a(CHANGE_OPENED).asDraft()).state()).isEqualTo(ACTIVE);
    }

    @Test
    void readyAsksForReviewAndDraftedTakesItBack() {
        Progress progress = after(a(CHANGE_OPENED).asDraft(), a(CHANGE_READY), a(CHANGE_DRAFTED));

        assertThat(progress.state()).isEqualTo(ACTIVE);
        assertThat(progress.movedBack()).isEqualTo(1);
    }

    @Test
    void requestedChangesMakeItActiveUntilTheNextUpdate() {
        Progress asked = after(a(CHANGE_OPENED), says(CHANGES_REQUESTED));
        assertThat(asked.state()).isEqualTo(ACTIVE);
        assertThat(asked.movedBack()).isEqualTo(1);

        Progress talked = after(a(CHANGE_OPENED), says(CHANGES_REQUESTED), a(CHANGE_COMMENTED));
        assertThat(talked.state()).isEqualTo(ACTIVE);

        Progress updated = after(a(CHANGE_OPENED), says(CHANGES_REQUESTED), a(CHANGE_UPDATED));
        assertThat(updated.state()).isEqualTo(REVIEW);

        Progress askedAgain =
                after(a(CHANGE_OPENED), says(CHANGES_REQUESTED), a(CHANGE_REVIEW_REQUESTED));
        assertThat(askedAgain.state()).isEqualTo(REVIEW);
    }

    @Test
    void anUpdateOfADraftLeavesItADraft() {
        assertThat(after(a(CHANGE_OPENED).asDraft(), a(CHANGE_UPDATED)).state()).isEqualTo(ACTIVE);
    }

    @Test
    void anApprovalChangesNoState() {
        assertThat(after(a(CHANGE_OPENED), says(APPROVED)).state()).isEqualTo(REVIEW);
    }

    @Test
    void mergedIsDoneAndAbandonedIsCancelled() {
        assertThat(after(a(CHANGE_OPENED), a(CHANGE_MERGED)).state()).isEqualTo(DONE);
        assertThat(after(a(CHANGE_OPENED), a(CHANGE_ABANDONED)).state()).isEqualTo(CANCELLED);
    }

    @Test
    void closingAMergedChangeLeavesItDone() {
        assertThat(after(a(CHANGE_OPENED), a(CHANGE_MERGED), a(CHANGE_ABANDONED)).state())
                .isEqualTo(DONE);
    }

    @Test
    void aReopenedChangeIsInReview() {
        Progress progress = after(a(CHANGE_OPENED), a(CHANGE_ABANDONED), a(CHANGE_REOPENED));

        assertThat(progress.state()).isEqualTo(REVIEW);
        assertThat(progress.reopens()).isEqualTo(1);
        assertThat(progress.movedBack()).isEqualTo(1);
        assertThat(progress.cancelledAt()).isNull();
    }

    @Test
    void aReviewAfterTheMergeReopensNothing() {
        Progress progress = after(a(CHANGE_OPENED), a(CHANGE_MERGED), says(CHANGES_REQUESTED));

        assertThat(progress.state()).isEqualTo(DONE);
        assertThat(progress.reopens()).isZero();
    }

    @Test
    void aDraftStaysActiveUntilItIsReady() {
        Happening draft = a(CHANGE_OPENED).asDraft();
        Happening asked = says(CHANGES_REQUESTED);

        assertThat(after(draft, asked, a(CHANGE_UPDATED)).state()).isEqualTo(ACTIVE);
        assertThat(after(draft, a(CHANGE_REVIEW_REQUESTED)).state()).isEqualTo(ACTIVE);
        assertThat(after(a(CHANGE_OPENED), asked, a(CHANGE_DRAFTED), a(CHANGE_UPDATED)).state())
                .isEqualTo(ACTIVE);
        assertThat(after(draft, asked, a(CHANGE_UPDATED), a(CHANGE_READY)).state())
                .isEqualTo(REVIEW);
    }

    @Test
    void onceReadyRequestedChangesWaitForTheNextUpdateAgain() {
        Happening draft = a(CHANGE_OPENED).asDraft();
        Happening asked = says(CHANGES_REQUESTED);

        assertThat(after(draft, a(CHANGE_READY), asked, a(CHANGE_UPDATED)).state())
                .isEqualTo(REVIEW);
    }

    @Test
    void aReopenedChangeIsNoDraftAnyMore() {
        Happening[] story = {
            a(CHANGE_OPENED).asDraft(),
            a(CHANGE_ABANDONED),
            a(CHANGE_REOPENED),
            says(CHANGES_REQUESTED),
            a(CHANGE_UPDATED)
        };

        assertThat(after(story).state()).isEqualTo(REVIEW);
    }

    @Test
    void aChangeFirstSeenUnderReviewHasNoStart() {
        Happening asked = at("Mon 10:00", CHANGE_REVIEWED).saying(CHANGES_REQUESTED);
        Progress progress = after(asked, at("Tue 12:00", CHANGE_MERGED));

        assertThat(progress.state()).isEqualTo(DONE);
        assertThat(progress.firstActiveAt()).isNull();
        assertThat(progress.movedBack()).isEqualTo(1);
        // Mon 10:00 to 17:00 and Tue 09:00 to 12:00 with the author.
        assertThat(progress.activeMillis()).isEqualTo(10 * 3_600_000);
    }

    @Test
    void aChangeFirstSeenWhenReopenedWasFinishedBefore() {
        Progress progress = after(at("Mon 10:00", CHANGE_REOPENED));

        assertThat(progress.state()).isEqualTo(REVIEW);
        assertThat(progress.reopens()).isEqualTo(1);
        assertThat(progress.movedBack()).isEqualTo(1);
        assertThat(progress.firstActiveAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CHANGE_READY",
                "CHANGE_DRAFTED",
                "CHANGE_UPDATED",
                "CHANGE_REVIEW_REQUESTED",
                "CHANGE_REVIEWED",
                "CHANGE_COMMENTED",
                "CHANGE_ASSIGNED"
            })
    void whateverAChangeIsFirstSeenByItsStartIsNotSeenLater(EventType first) {
        Progress progress =
                after(
                        at("Mon 10:00", first),
                        at("Mon 11:00", CHANGE_REVIEW_REQUESTED),
                        at("Mon 12:00", CHANGE_READY),
                        at("Mon 13:00", CHANGE_ABANDONED),
                        at("Mon 14:00", CHANGE_REOPENED));

        assertThat(progress.state()).isEqualTo(REVIEW);
        assertThat(progress.firstActiveAt()).isNull();
    }

    @Test
    void aCommentDoesNotSayWhetherTheChangeIsStillOpen() {
        assertThat(after(a(CHANGE_COMMENTED)).state()).isNull();
        assertThat(after(a(CHANGE_UPDATED)).state()).isEqualTo(REVIEW);
    }

    @Test
    void theOpeningIsTheStartAlsoWhereARequestOfTheSameInstantSortedBeforeIt() {
        for (EventType first : new EventType[] {CHANGE_REVIEW_REQUESTED, CHANGE_COMMENTED}) {
            Progress opened = after(a(first), a(CHANGE_OPENED));
            assertThat(opened.state()).isEqualTo(REVIEW);
            assertThat(opened.firstActiveAt()).isEqualTo(Happening.at("Mon 09:00"));

            Progress draft = after(a(first), a(CHANGE_OPENED).asDraft(), a(CHANGE_UPDATED));
            assertThat(draft.state()).isEqualTo(ACTIVE);
            assertThat(draft.movedBack()).isZero();
        }
    }
}
