package dev.plumbline.handoff;

import static dev.plumbline.work.EventType.CHANGE_COMMENTED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.CHANGE_REVIEW_REQUESTED;
import static dev.plumbline.work.EventType.CHANGE_UPDATED;
import static dev.plumbline.work.EventType.COMMIT_PUSHED;
import static dev.plumbline.work.EventType.WORK_ITEM_ASSIGNED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.EventType.WORK_ITEM_EDITED;
import static dev.plumbline.work.EventType.WORK_ITEM_LINKED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static dev.plumbline.work.Happening.human;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PickupRuleTest {

    private static Handoffs dispatchedTo(Party receiver) {
        return Handoffs.after(Happening.of(WORK_ITEM_ASSIGNED, "Mon 10:00", ANA).to(receiver));
    }

    private static Handoffs queued() {
        return Handoffs.after(Happening.of(WORK_ITEM_CREATED, "Mon 10:00", CARA).toGroup("queue"));
    }

    private static Happening comment(String moment, Party by) {
        return Happening.of(WORK_ITEM_COMMENTED, moment, by);
    }

    @Test
    void theReceiversFirstWorkIsThePickup() {
        Handoff handoff =
                dispatchedTo(BEN)
                        .happens(comment("Mon 11:00", BEN))
                        .happens(comment("Mon 12:00", BEN))
                        .onlyEnded();

        assertThat(handoff.outcome()).isEqualTo(HandoffOutcome.PICKED_UP);
        assertThat(handoff.endedAt()).isEqualTo(at("Mon 11:00"));
        assertThat(handoff.elapsedSeconds()).isEqualTo(3600);
        assertThat(handoff.pickedUpBy()).isEqualTo(BEN);
    }

    @Test
    void somebodyElsesWorkIsNone() {
        assertThat(dispatchedTo(BEN).happens(comment("Mon 11:00", CARA)).ended()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WORK_ITEM_EDITED", "WORK_ITEM_LINKED", "SOURCE_HEARTBEAT"})
    void editingLinkingAndHeartbeatsAreNoWork(dev.plumbline.work.EventType type) {
        assertThat(dispatchedTo(BEN).happens(Happening.of(type, "Mon 11:00", BEN)).ended())
                .isEmpty();
    }

    @Test
    void aCommitLinkedToTheItemIsWork() {
        Handoff handoff =
                dispatchedTo(BEN)
                        .happensOnLinked(Happening.of(COMMIT_PUSHED, "Mon 11:00", BEN))
                        .onlyEnded();

        assertThat(handoff.endedByEvent()).isEqualTo("commit.pushed@Mon 11:00");
    }

    @Test
    void aServiceNeverPicksUp() {
        assertThat(dispatchedTo(PIPELINE).happens(comment("Mon 11:00", PIPELINE)).ended())
                .isEmpty();
        assertThat(queued().happens(comment("Mon 11:00", PIPELINE).actingFor("queue")).ended())
                .isEmpty();
    }

    @Test
    void aGroupIsPickedUpByWhoeverActsForIt() {
        Handoff handoff =
                queued().happens(comment("Mon 11:00", human("dora")).actingFor("queue"))
                        .onlyEnded();

        assertThat(handoff.toAccount()).isNull();
        assertThat(handoff.pickedUpBy()).isEqualTo(human("dora"));
        assertThat(handoff.toKind()).isEqualTo(ActorKind.HUMAN);
        assertThat(handoff.toKindSource()).isEqualTo(human("dora").kindSource()).isNotNull();
    }

    @Test
    void aGroupIsPickedUpByAMemberOfThePodThatOwnsIt() {
        assertThat(queued().happens(comment("Mon 11:00", BEN)).ended()).hasSize(1);
        assertThat(queued().happens(comment("Mon 11:00", CARA)).ended()).isEmpty();
    }

    @Test
    void aGroupIsPickedUpWhenOneOfItsPeopleBecomesTheOwner() {
        Handoffs handoffs =
                queued().happens(
                                Happening.of(WORK_ITEM_ASSIGNED, "Mon 11:00", BEN)
                                        .to(BEN)
                                        .toGroup("queue"));

        assertThat(handoffs.ended())
                .extracting(Handoff::outcome)
                .containsOnly(HandoffOutcome.PICKED_UP);
        assertThat(handoffs.ended()).extracting(Handoff::pull).containsExactly(false, true);
        assertThat(handoffs.open()).isEmpty();
    }

    @Test
    void whoTakesItForTheGroupIsTheNewOwnerAndNotTheDispatcher() {
        // Saturday 10:00 to Saturday 12:00: no working hours, but agents live on elapsed time.
        Handoff handoff =
                Handoffs.after(
                                Happening.of(WORK_ITEM_CREATED, "Sat 10:00", CARA).toGroup("queue"),
                                Happening.of(WORK_ITEM_ASSIGNED, "Sat 12:00", CARA).to(ROBOT))
                        .onlyEnded();

        assertThat(handoff.pickedUpBy()).isEqualTo(ROBOT);
        assertThat(handoff.toKind()).isEqualTo(ActorKind.AGENT);
        assertThat(handoff.effectiveSeconds()).isEqualTo(2 * 3600);
    }

    @Test
    void handingAServiceTheItemIsNoPickupOfItsGroup() {
        Handoffs handoffs =
                queued().happens(Happening.of(WORK_ITEM_ASSIGNED, "Mon 11:00", CARA).to(PIPELINE));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.BOUNCED);
    }

    @Test
    void aReviewThatNamesNobodyIsPickedUpByAnyoneButTheAuthor() {
        Handoffs handoffs =
                Handoffs.after(
                        Happening.of(CHANGE_OPENED, "Mon 09:00", ANA),
                        Happening.of(CHANGE_REVIEW_REQUESTED, "Mon 10:00", ANA),
                        Happening.of(CHANGE_COMMENTED, "Mon 11:00", ANA),
                        Happening.of(CHANGE_COMMENTED, "Mon 12:00", PIPELINE));
        assertThat(handoffs.ended()).isEmpty();

        handoffs.happens(Happening.of(CHANGE_COMMENTED, "Mon 13:00", ROBOT));

        assertThat(handoffs.onlyEnded().pickedUpBy()).isEqualTo(ROBOT);
        assertThat(handoffs.onlyEnded().toKind()).isEqualTo(ActorKind.AGENT);
    }

    @Test
    void workBeforeTheOpeningIsNone() {
        Handoffs handoffs =
                Handoffs.after(
                        comment("Mon 09:00", BEN),
                        Happening.of(WORK_ITEM_ASSIGNED, "Mon 10:00", ANA).to(BEN));

        assertThat(handoffs.open()).hasSize(1);
    }

    @Test
    void peopleLiveOnWorkingTimeAndAgentsOnElapsedTime() {
        // Friday 16:00 to Monday 10:00: 66 hours, 1 + 1 of them working.
        Happening toBen = Happening.of(WORK_ITEM_ASSIGNED, "Fri 16:00", ANA).to(BEN);
        Handoff person = Handoffs.after(toBen, comment("Mon+1 10:00", BEN)).onlyEnded();
        Happening toRobot = Happening.of(WORK_ITEM_ASSIGNED, "Fri 16:00", ANA).to(ROBOT);
        Handoff agent = Handoffs.after(toRobot, comment("Mon+1 10:00", ROBOT)).onlyEnded();

        assertThat(person.elapsedSeconds()).isEqualTo(66 * 3600);
        assertThat(person.workingSeconds()).isEqualTo(2 * 3600);
        assertThat(person.effectiveSeconds()).isEqualTo(2 * 3600);
        assertThat(agent.workingSeconds()).isEqualTo(2 * 3600);
        assertThat(agent.effectiveSeconds()).isEqualTo(66 * 3600);
    }

    @Test
    void anEditIsNoPickupEvenByTheReceiverOnALinkedObject() {
        Handoffs handoffs =
                dispatchedTo(BEN)
                        .happensOnLinked(Happening.of(WORK_ITEM_EDITED, "Mon 11:00", BEN))
                        .happensOnLinked(Happening.of(WORK_ITEM_LINKED, "Mon 11:30", BEN));

        assertThat(handoffs.open()).hasSize(1);
    }

    @Test
    void aReviewByTheAuthorsOwnGroupIsPickedUpByAnyoneOfItButTheAuthor() {
        Handoffs handoffs =
                Handoffs.after(
                        Happening.of(CHANGE_OPENED, "Mon 09:00", ANA),
                        Happening.of(CHANGE_REVIEW_REQUESTED, "Mon 10:00", ANA).toGroup("queue"),
                        Happening.of(CHANGE_UPDATED, "Mon 11:00", ANA),
                        Happening.of(CHANGE_UPDATED, "Mon 11:30", ANA).actingFor("queue"));
        assertThat(handoffs.ended()).isEmpty();

        handoffs.happens(Happening.of(CHANGE_COMMENTED, "Mon 13:00", BEN));

        assertThat(handoffs.onlyEnded().pickedUpBy()).isEqualTo(BEN);
        assertThat(handoffs.onlyEnded().effectiveSeconds()).isEqualTo(3 * 3600);
    }

    @Test
    void whereTheOpeningWasNotSeenTheOneWhoAsksIsTakenForTheAuthor() {
        Handoffs handoffs =
                Handoffs.after(
                        Happening.of(CHANGE_REVIEW_REQUESTED, "Mon 10:00", ANA),
                        Happening.of(CHANGE_UPDATED, "Mon 11:00", ANA));
        assertThat(handoffs.ended()).isEmpty();

        handoffs.happens(Happening.of(CHANGE_COMMENTED, "Mon 12:00", BEN));

        assertThat(handoffs.onlyEnded().pickedUpBy()).isEqualTo(BEN);
    }

    @Test
    void anAuthorWhoIsAskedByNameCanPickUp() {
        Handoffs handoffs =
                Handoffs.after(
                        Happening.of(CHANGE_OPENED, "Mon 09:00", ANA),
                        Happening.of(CHANGE_REVIEW_REQUESTED, "Mon 10:00", BEN).to(ANA),
                        Happening.of(CHANGE_COMMENTED, "Mon 11:00", ANA));

        assertThat(handoffs.onlyEnded().pickedUpBy()).isEqualTo(ANA);
    }

    @Test
    void aServiceThatAssignsItselfHasNotPickedUp() {
        Handoffs handoffs =
                Handoffs.after(
                        Happening.of(WORK_ITEM_ASSIGNED, "Mon 10:00", PIPELINE).to(PIPELINE));
        assertThat(handoffs.ended()).isEmpty();
        assertThat(handoffs.onlyOpen().pull()).isFalse();

        handoffs.happens(Happening.of(WORK_ITEM_ASSIGNED, "Mon 11:00", PIPELINE).to(BEN));

        assertThat(handoffs.onlyEnded().outcome()).isEqualTo(HandoffOutcome.BOUNCED);
        assertThat(handoffs.onlyEnded().pull()).isFalse();
    }

    @Test
    void aServiceThatAsksItselfForAReviewHasNotPickedUp() {
        Handoffs handoffs =
                Handoffs.after(
                        Happening.of(CHANGE_OPENED, "Mon 09:00", ANA),
                        Happening.of(CHANGE_REVIEW_REQUESTED, "Mon 10:00", PIPELINE).to(PIPELINE));

        assertThat(handoffs.ended()).isEmpty();
        assertThat(handoffs.onlyOpen().pull()).isFalse();
    }
}
