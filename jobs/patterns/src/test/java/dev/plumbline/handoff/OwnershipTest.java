package dev.plumbline.handoff;

import static dev.plumbline.work.EventType.CHANGE_ASSIGNED;
import static dev.plumbline.work.EventType.CHANGE_OPENED;
import static dev.plumbline.work.EventType.WORK_ITEM_ASSIGNED;
import static dev.plumbline.work.EventType.WORK_ITEM_COMMENTED;
import static dev.plumbline.work.EventType.WORK_ITEM_CREATED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Party;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static Happening ana(EventType type, String moment) {
        return Happening.of(type, moment, ANA);
    }

    private static Ownership after(Happening... happenings) {
        Ownership ownership = Ownership.NOBODY;
        for (Happening happening : happenings) {
            ownership = ownership.before(happening.event()).after(happening.event());
        }
        return ownership;
    }

    private static Ownership owned(Party owner, String group) {
        return after(ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(owner).toGroup(group));
    }

    @Test
    void aChangeBelongsToItsAuthor() {
        assertThat(after(ana(CHANGE_OPENED, "Mon 09:00")).owner()).isEqualTo(ANA);
    }

    @Test
    void aChangeBelongsToWhomeverItIsAssignedTo() {
        Ownership ownership =
                after(ana(CHANGE_OPENED, "Mon 09:00"), ana(CHANGE_ASSIGNED, "Mon 10:00").to(BEN));

        assertThat(ownership.owner()).isEqualTo(BEN);
        assertThat(ownership.owners().changes()).isEqualTo(1);
    }

    @Test
    void aTicketBelongsToNobodyUntilSomebodyIsNamed() {
        assertThat(after(ana(WORK_ITEM_CREATED, "Mon 09:00")).isNobody()).isTrue();
    }

    @Test
    void theGroupStaysWhereOnlyAPersonIsNamed() {
        Ownership ownership =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").to(BEN));

        assertThat(ownership.owner()).isEqualTo(BEN);
        assertThat(ownership.group()).isEqualTo("queue");
        assertThat(ownership.groups().changes()).isZero();
    }

    @Test
    void thePersonGoesWhereOnlyAGroupIsNamed() {
        Ownership ownership =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").toGroup("queue"));

        assertThat(ownership.owner()).isNull();
        assertThat(ownership.group()).isEqualTo("queue");
    }

    @Test
    void namingNeitherUnassignsBoth() {
        Ownership ownership =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN).toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00"));

        assertThat(ownership.isNobody()).isTrue();
        assertThat(ownership.owners().last()).isEqualTo("ben");
    }

    @Test
    void otherEventsNeverPassTheBall() {
        Ownership ownership = owned(BEN, "queue");

        assertThat(ownership.after(ana(WORK_ITEM_COMMENTED, "Mon 10:00").to(CARA).event()))
                .isEqualTo(ownership);
    }

    @Test
    void aPreviousOwnerThatWasNotSeenCountsAsOne() {
        // Folded: ben. The tool says it went from cara to ana: ben, cara, ana.
        Ownership ownership =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").from(CARA).to(ANA));

        assertThat(ownership.owners().changes()).isEqualTo(2);
    }

    @Test
    void theFoldedGroupStaysWhereTheEventNamesOnlyThePreviousOwner() {
        Ownership ownership =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN).toGroup("queue"),
                        ana(WORK_ITEM_ASSIGNED, "Mon 10:00").from(BEN).to(CARA));

        assertThat(ownership.group()).isEqualTo("queue");
        assertThat(ownership.owners().changes()).isEqualTo(1);
    }

    @Test
    void theHolderIsTheOwnerWhateverTheGroup() {
        assertThat(owned(BEN, "queue").hasSameHolder(owned(BEN, "other"))).isTrue();
        assertThat(owned(BEN, "queue").hasSameHolder(owned(CARA, "queue"))).isFalse();
    }

    @Test
    void theHolderIsTheGroupWhereNobodyOwnsTheItem() {
        assertThat(owned(null, "queue").hasSameHolder(owned(null, "queue"))).isTrue();
        assertThat(owned(null, "queue").hasSameHolder(owned(null, "other"))).isFalse();
        assertThat(owned(null, "queue").hasSameHolder(owned(BEN, "queue"))).isFalse();
        assertThat(owned(null, "queue").hasSameHolder(Ownership.NOBODY)).isFalse();
    }

    @Test
    void aCreationThatNamesNobodyTakesTheTicketFromNobody() {
        // One instant, no order by the source: the assignment sorted before the creation.
        Ownership ticket =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN).toGroup("queue"),
                        ana(WORK_ITEM_CREATED, "Mon 09:00"));

        assertThat(ticket.owner()).isEqualTo(BEN);
        assertThat(ticket.group()).isEqualTo("queue");
        assertThat(ticket.owners().changes()).isZero();
    }

    @Test
    void aCreationInAQueueLeavesThePersonWhoHasTheTicketAlready() {
        Ownership ticket =
                after(
                        ana(WORK_ITEM_ASSIGNED, "Mon 09:00").to(BEN),
                        ana(WORK_ITEM_CREATED, "Mon 09:00").toGroup("queue"));

        assertThat(ticket.owner()).isEqualTo(BEN);
        assertThat(ticket.group()).isEqualTo("queue");
    }

    @Test
    void aChangeAssignedBeforeItWasOpenedDoesNotFallBackToItsAuthor() {
        Ownership toBen =
                after(ana(CHANGE_ASSIGNED, "Mon 09:00").to(BEN), ana(CHANGE_OPENED, "Mon 09:00"));
        Ownership toQueue =
                after(
                        ana(CHANGE_ASSIGNED, "Mon 09:00").toGroup("queue"),
                        ana(CHANGE_OPENED, "Mon 09:00"));

        assertThat(toBen.owner()).isEqualTo(BEN);
        assertThat(toQueue.owner()).isNull();
        assertThat(toQueue.group()).isEqualTo("queue");
    }
}
