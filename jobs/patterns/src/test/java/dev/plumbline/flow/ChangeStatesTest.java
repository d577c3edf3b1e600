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

class ChangeStatesTest {

    private static Happening a(EventType type) {
        return Happening.of(type, "Mon 09:00", Happening.ANA);
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
}
