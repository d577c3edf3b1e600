package dev.plumbline.handoff;

import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_REVIEWED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.WORK_ITEM_ASSIGNED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.EventType.WORK_ITEM_DELEGATED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Verdict;
import org.junit.jupiter.api.Test;

class OpeningRuleTest {

    private static Happening ana(EventType type, String moment) {
        return Happening.of(type, moment, ANA);
    }

    private static Happening ben(EventType type, String moment) {
        return Happening.of(type, moment, BEN);
    }

    @Test
    void fromNobodyToAPersonIsADispatchByTheAssigner() {
        OpenHandoff handoff =
                Handoffs.after(
                                ana(WORK_ITEM_CREATED, "Mon 09:00"),
                                ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(CARA))
                        .onlyOpen();

        assertThat(handoff.kind()).isEqualTo(HandoffKind.DISPATCH);
        assertThat(handoff.from()).isEqualTo(ANA);
        assertThat(handoff.fromPod()).isEqualTo("red");
        assertThat(handoff.to()).isEqualTo(CARA);
        assertThat(handoff.toPod()).isEqualTo("blue");
        assertThat(handoff.openedAt()).isEqualTo(at("Mon 10:00"));
        assertThat(handoff.pull()).isFalse();
    }

    @Test
    void fromNobodyToAGroupIsADispatch() {
        OpenHandoff handoff =
                Handoffs.after(ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("desk")).onlyOpen();

        assertThat(handoff.kind()).isEqualTo(HandoffKind.DISPATCH);
        assertThat(handoff.to()).isNull();
        assertThat(handoff.toGroup()).isEqualTo("desk");
        assertThat(handoff.toPod()).isEqualTo("blue");
    }

    @Test
    void fromAQueueToAPersonWhileTheQueueStaysIsADispatchByTheQueue() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("desk"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(CARA).toGroup("desk"));

        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.DISPATCH);
        assertThat(handoffs.onlyOpen().from()).isNull();
        assertThat(handoffs.onlyOpen().fromGroup()).isEqualTo("desk");
    }

    @Test
    void fromAQueueToOneOfItsPeopleByTheDirectoryIsADispatch() {
        // The tool takes the queue off the ticket; ben is of the pod that owns it.
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN).toGroup("desk"));

        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.DISPATCH);
    }

    @Test
    void fromAQueueToSomebodyOutsideItIsAReassignment() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(CARA).toGroup("desk"));

        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.REASSIGNMENT);
        assertThat(handoffs.onlyOpen().fromGroup()).isEqualTo("queue");
        assertThat(handoffs.onlyOpen().fromPod()).isEqualTo("red");
    }

    @Test
    void fromOneGroupToAnotherIsAReassignment() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").toGroup("desk"));

        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.REASSIGNMENT);
    }

    @Test
    void fromOnePersonToAnotherIsAReassignmentByThePreviousHolder() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_CREATED, "Mon 09:00").to(ANA),
                        ben(WORK_ITEM_ASSIGNED, "Mon 10:00").to(CARA));

        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.REASSIGNMENT);
        assertThat(handoffs.onlyOpen().from()).isEqualTo(ANA);
    }

    @Test
    void thePreviousOwnerTheToolNamesIsTheOneItComesFrom() {
        Handoffs handoffs = Handoffs.after(ana(WORK_ITEM_ASSIGNED, "Mon 10:00").from(BEN).to(CARA));

        assertThat(handoffs.onlyOpen().kind()).isEqualTo(HandoffKind.REASSIGNMENT);
        assertThat(handoffs.onlyOpen().from()).isEqualTo(BEN);
    }

    @Test
    void toAnAgentIsADelegationWhoeverHeldIt() {
        assertThat(
                        Handoffs.after(ana(WORK_ITEM_DELEGATED, "Mon 10:00").to(ROBOT))
                                .onlyOpen()
                                .kind())
                .isEqualTo(HandoffKind.DELEGATION);
        assertThat(
                        Handoffs.after(
                                        ana(WORK_ITEM_CREATED, "Mon 09:00").to(ANA),
                                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(ROBOT))
                                .onlyOpen()
                                .kind())
                .isEqualTo(HandoffKind.DELEGATION);
    }

    @Test
    void whatSomebodyCreatesForHimselfOpensNothing() {
        assertThat(Handoffs.after(ana(WORK_ITEM_CREATED, "Mon 09:00").to(ANA)).opened()).isZero();
        assertThat(Handoffs.after(ana(CHANGE_OPENED, "Mon 09:00")).opened()).isZero();
    }

    @Test
    void whatSomebodyCreatesForAnotherIsADispatch() {
        assertThat(Handoffs.after(ana(WORK_ITEM_CREATED, "Mon 09:00").to(BEN)).onlyOpen().kind())
                .isEqualTo(HandoffKind.DISPATCH);
    }

    @Test
    void assigningToTheHolderAgainOpensNothing() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN));

        assertThat(handoffs.opened()).isEqualTo(1);
        assertThat(handoffs.onlyOpen().openedAt()).isEqualTo(at("Mon 09:00"));
    }

    @Test
    void changingOnlyTheGroupOfAnOwnedItemOpensNothing() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN).toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN).toGroup("desk"));

        assertThat(handoffs.opened()).isEqualTo(1);
    }

    @Test
    void aReviewGoesFromTheAuthorWhoeverAsksForIt() {
        OpenHandoff handoff =
                Handoffs.after(
                                ana(CHANGE_OPENED, "Mon 09:00"),
                                ben(CHANGE_REVIEW_REQUESTED, "Mon 10:00").to(CARA))
                        .onlyOpen();

        assertThat(handoff.kind()).isEqualTo(HandoffKind.REVIEW);
        assertThat(handoff.from()).isEqualTo(ANA);
        assertThat(handoff.to()).isEqualTo(CARA);
        assertThat(handoff.toPod()).isEqualTo("blue");
    }

    @Test
    void aReviewThatNamesNobodyWaitsForAnyoneInTheAuthorsPod() {
        OpenHandoff handoff =
                Handoffs.after(
                                ana(CHANGE_OPENED, "Mon 09:00"),
                                ana(CHANGE_REVIEW_REQUESTED, "Mon 10:00"))
                        .onlyOpen();

        assertThat(handoff.to()).isNull();
        assertThat(handoff.toGroup()).isNull();
        assertThat(handoff.toPod()).isEqualTo("red");
    }

    @Test
    void askingTheSameReviewerAgainOpensNothingNew() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 10:00").to(CARA),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 11:00").to(CARA),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 12:00").to(BEN));

        assertThat(handoffs.open())
                .extracting(open -> open.to().account())
                .containsExactly("cara", "ben");
    }

    @Test
    void askingAgainAfterTheReviewOpensANewOne() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 10:00").to(BEN),
                        ben(CHANGE_REVIEWED, "Mon 11:00").saying(Verdict.APPROVED),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 12:00").to(BEN));

        assertThat(handoffs.opened()).isEqualTo(2);
        assertThat(handoffs.onlyOpen().openedAt()).isEqualTo(at("Mon 12:00"));
    }

    @Test
    void requestedChangesReturnTheBallToTheAuthorOnce() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        ben(CHANGE_REVIEWED, "Mon 11:00").saying(Verdict.CHANGES_REQUESTED),
                        Happening.of(CHANGE_REVIEWED, "Mon 12:00", CARA)
                                .saying(Verdict.CHANGES_REQUESTED));

        OpenHandoff handoff = handoffs.onlyOpen();
        assertThat(handoff.kind()).isEqualTo(HandoffKind.RETURN);
        assertThat(handoff.from()).isEqualTo(BEN);
        assertThat(handoff.to()).isEqualTo(ANA);
        assertThat(handoff.openedAt()).isEqualTo(at("Mon 11:00"));
    }

    @Test
    void otherVerdictsReturnNothing() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        ben(CHANGE_REVIEWED, "Mon 11:00").saying(Verdict.COMMENTED),
                        ben(CHANGE_REVIEWED, "Mon 12:00").saying(Verdict.APPROVED));

        assertThat(handoffs.opened()).isZero();
    }

    @Test
    void theHolderStaysWhoItIsWhileAReviewIsAsked() {
        Handoffs handoffs =
                Handoffs.after(
                        ana(CHANGE_OPENED, "Mon 09:00"),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 10:00").to(CARA),
                        ana(CHANGE_REVIEW_REQUESTED, "Mon 11:00").to(BEN));

        assertThat(handoffs.ended()).isEmpty();
        assertThat(handoffs.open()).hasSize(2);
    }
}
