package dev.plumbline.handoff;

import static dev.plumbline.work.EventType.CHANGE_ABANDONED;
import static dev.plumbline.work.EventType.CHANGE_MERGED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_REVIEWED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.WORK_ITEM_ASSIGNED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.EventType.WORK_ITEM_STATE_CHANGED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import org.junit.jupiter.api.Test;

class HandoffRuleTest {

    private static Happening ana(EventType type, String moment) {
        return Happening.of(type, moment, ANA);
    }

    private static Happening reviewAsked(String moment, Party of) {
        return ana(CHANGE_REVIEW_REQUESTED, moment).to(of);
    }

    private static Happening approved(String moment, Party by) {
        return Happening.of(CHANGE_REVIEWED, moment, by).saying(Verdict.APPROVED);
    }

    private static Happening merged(String moment) {
        return ana(CHANGE_MERGED, moment).into(StateCategory.DONE);
    }

    @Test
    void takingItOneselfIsAPullPickedUpAtThatInstant() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00"),
                        Happening.of(WORK_ITEM_ASSIGNED, "Mon 10:00", BEN).to(BEN));

        Handoff handoff = handoffs.onlyEnded();
        assertThat(handoff.pull()).isTrue();
        assertThat(handoff.outcome()).isEqualTo(HandoffOutcome.PICKED_UP);
        assertThat(handoff.effectiveSeconds()).isZero();
        assertThat(handoffs.open()).isEmpty();
        assertThat(handoffs.opened()).isEqualTo(1);
    }

    @Test
    void theBallThatMovesOnBeforePickupHasBounced() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_ASSIGNED, "Mon 12:00").to(CARA));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.BOUNCED);
        assertThat(handoffs.onlyEnded().elapsedSeconds()).isEqualTo(3 * 3600);
        assertThat(handoffs.onlyEnded().pickedUpBy()).isNull();
        assertThat(handoffs.onlyOpen().to()).isEqualTo(CARA);
    }

    @Test
    void anUnassignmentBouncesAndOpensNothing() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_ASSIGNED, "Mon 12:00"));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.BOUNCED);
        assertThat(handoffs.open()).isEmpty();
    }

    @Test
    void workThatAlsoHandsOnPicksUpFirst() {
        // One assignment that stays in the queue: the queue's handoff ends and cara's opens.
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(CARA).toGroup("queue"));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.PICKED_UP);
        assertThat(handoffs.onlyOpen().to()).isEqualTo(CARA);
    }

    @Test
    void theReceiverWhoFinishesItHasPickedItUp() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        Happening.of(WORK_ITEM_STATE_CHANGED, "Mon 10:00", BEN)
                                .into(StateCategory.DONE));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.PICKED_UP);
    }

    @Test
    void whatIsFinishedByAnotherBeforePickupIsAbandoned() {
        for (StateCategory end :
                new StateCategory[] {StateCategory.DONE, StateCategory.CANCELLED}) {
            Handoffs handoffs =
                    Handoffs.after(
                            ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                            ana(WORK_ITEM_STATE_CHANGED, "Mon 11:00").into(end));

            assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.ABANDONED);
            assertThat(handoffs.onlyEnded().endedAt()).isEqualTo(at("Mon 11:00"));
            assertThat(handoffs.open()).isEmpty();
        }
    }

    @Test
    void aReviewNobodyNeededAnyMoreIsSuperseded() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        reviewAsked("Mon 10:00", BEN),
                        reviewAsked("Mon 10:30", CARA),
                        approved("Mon 11:00", BEN),
                        merged("Mon 12:00"));

        assertThat(handoffs.ended()).extracting(Handoff::toAccount).containsExactly("ben", "cara");
        assertThat(handoffs.ended())
                .extracting(Handoff::outcome)
                .containsExactly(HandoffOutcome.PICKED_UP, HandoffOutcome.SUPERSEDED);
    }

    @Test
    void aReviewAskedForAfterTheOthersPickupIsAbandonedByTheMerge() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        reviewAsked("Mon 10:00", BEN),
                        approved("Mon 11:00", BEN),
                        reviewAsked("Mon 11:30", CARA),
                        merged("Mon 12:00"));

        assertThat(handoffs.ended().get(1).outcome()).isEqualTo(HandoffOutcome.ABANDONED);
    }

    @Test
    void aReviewerWhoAsksHimselfSupersedesTheOthers() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        reviewAsked("Mon 10:00", CARA),
                        Happening.of(CHANGE_REVIEW_REQUESTED, "Mon 11:00", BEN).to(BEN),
                        merged("Mon 12:00"));

        assertThat(handoffs.ended()).extracting(Handoff::pull).containsExactly(true, false);
        assertThat(handoffs.ended().get(1).outcome()).isEqualTo(HandoffOutcome.SUPERSEDED);
    }

    @Test
    void aReviewOfAChangeThatIsThrownAwayIsAbandoned() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        reviewAsked("Mon 10:00", BEN),
                        reviewAsked("Mon 10:30", CARA),
                        approved("Mon 11:00", BEN),
                        ana(CHANGE_ABANDONED, "Mon 12:00").into(StateCategory.CANCELLED));

        assertThat(handoffs.ended().get(1).outcome()).isEqualTo(HandoffOutcome.ABANDONED);
    }

    @Test
    void aReviewDoesNotBounceWhenTheChangeIsReassigned() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        reviewAsked("Mon 10:00", CARA),
                        ana(EventType.CHANGE_ASSIGNED, "Mon 11:00").to(BEN));

        assertThat(handoffs.ended()).isEmpty();
        assertThat(handoffs.open())
                .extracting(OpenHandoff::kind)
                .containsExactly(HandoffKind.REVIEW, HandoffKind.REASSIGNMENT);
    }

    @Test
    void whatIsHandedOverAfterTheEndWaitsForItsPickup() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_STATE_CHANGED, "Mon 09:00").into(StateCategory.DONE),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN));
        assertThat(handoffs.open()).hasSize(1);

        handoffs.happens(Happening.of(WORK_ITEM_COMMENTED, "Mon 11:00", BEN));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.PICKED_UP);
    }

    @Test
    void whatWaitsIsPublishedWithoutAnEnd() {
        Handoffs handoffs = Handoffs.after(ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN));

        Handoff row = HandoffRule.stillOpen(handoffs.onlyOpen());

        assertThat(row.outcome()).isEqualTo(HandoffOutcome.OPEN);
        assertThat(row.endedAt()).isNull();
        assertThat(row.elapsedSeconds()).isNull();
        assertThat(row.effectiveSeconds()).isNull();
        assertThat(row.toAccount()).isEqualTo("ben");
    }

    @Test
    void theReturnIsPickedUpByTheAuthorsNextWork() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        Happening.of(CHANGE_REVIEWED, "Mon 10:00", BEN)
                                .saying(Verdict.CHANGES_REQUESTED),
                        ana(EventType.CHANGE_UPDATED, "Mon 14:00"));

        assertThat(handoffs.onlyEnded().kind()).isEqualTo(HandoffKind.RETURN);
        assertThat(handoffs.onlyEnded().effectiveSeconds()).isEqualTo(4 * 3600);
    }

    @Test
    void anAssignmentFoldedBeforeTheCreationOfTheSameInstantWaitsOn() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_CREATED, "Mon 09:00"));

        assertThat(handoffs.ended()).isEmpty();
        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.DISPATCH);
        assertThat(handoffs.onlyOpen().to()).isEqualTo(BEN);
    }
}
