package dev.plumbline.item;

import static dev.plumbline.debt.DebtFactKind.ENDED;
import static dev.plumbline.debt.DebtFactKind.OPENED;
import static dev.plumbline.debt.DebtFactKind.RELEASED;
import static dev.plumbline.debt.DebtFactKind.WATCH_ENDED;
import static dev.plumbline.debt.DebtFactKind.WATCH_STARTED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.EpisodeKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledgers of the pods hear of a ticket or a change. */
class DebtFactsTest {

    private static Happening moved(String moment, StateCategory to) {
        return Happening.of(EventType.WORK_ITEM_STATE_CHANGED, moment, ANA).into(to);
    }

    private static Happening assigned(String moment, Party by, Party to) {
        return Happening.of(EventType.WORK_ITEM_ASSIGNED, moment, by).to(to);
    }

    private static Happening change(EventType type, String moment, Party by) {
        return Happening.of(type, moment, by);
    }

    private static List<DebtFact> of(Items item, EpisodeKind kind) {
        return item.debts().stream().filter(fact -> fact.episode() == kind).toList();
    }

    @Test
    void aPushHandoffIsToldWhenItOpensAndWhenItIsPickedUp() {
        Items item =
                Items.after(
                        Happening.of(EventType.WORK_ITEM_CREATED, "Mon 09:00", ANA),
                        assigned("Mon 10:00", ANA, BEN),
                        Happening.of(EventType.WORK_ITEM_COMMENTED, "Mon 12:00", BEN));

        assertThat(of(item, EpisodeKind.HANDOFF))
                .extracting(DebtFact::kind, DebtFact::pod, DebtFact::at, DebtFact::openedAt)
                .containsExactly(
                        tuple(OPENED, "red", at("Mon 10:00"), at("Mon 10:00")),
                        tuple(ENDED, "red", at("Mon 12:00"), at("Mon 10:00")));
    }

    @Test
    void whoTakesWorkMakesNobodyWait() {
        Items item =
                Items.after(
                        Happening.of(EventType.WORK_ITEM_CREATED, "Mon 09:00", ANA),
                        assigned("Mon 10:00", BEN, BEN));

        assertThat(of(item, EpisodeKind.HANDOFF)).isEmpty();
    }

    @Test
    void aHandoffThatBouncesIsReleasedAndAnAgentIsWaitedForOnElapsedTime() {
        Items item =
                Items.after(
                        Happening.of(EventType.WORK_ITEM_CREATED, "Mon 09:00", ANA),
                        assigned("Mon 10:00", ANA, BEN),
                        assigned("Mon 12:00", ANA, ROBOT));

        assertThat(of(item, EpisodeKind.HANDOFF))
                .extracting(DebtFact::kind, DebtFact::elapsed)
                .containsExactly(tuple(OPENED, false), tuple(RELEASED, false), tuple(OPENED, true));
    }

    @Test
    void activeWorkAfterMovingBackIsReworkAndWaitingInBetweenIsNot() {
        Items item =
                Items.after(
                        Happening.of(EventType.WORK_ITEM_CREATED, "Mon 09:00", ANA).to(ANA),
                        moved("Mon 09:30", StateCategory.ACTIVE),
                        moved("Mon 10:00", StateCategory.DONE),
                        moved("Tue 09:00", StateCategory.TODO),
                        moved("Tue 10:00", StateCategory.ACTIVE),
                        moved("Tue 11:00", StateCategory.WAITING),
                        moved("Tue 14:00", StateCategory.ACTIVE),
                        moved("Tue 16:00", StateCategory.DONE));

        assertThat(of(item, EpisodeKind.REWORK))
                .extracting(DebtFact::kind, DebtFact::at)
                .containsExactly(
                        tuple(OPENED, at("Tue 10:00")),
                        tuple(ENDED, at("Tue 11:00")),
                        tuple(OPENED, at("Tue 14:00")),
                        tuple(ENDED, at("Tue 16:00")));
    }

    @Test
    void reworkThatIsPassedOnGoesOnInTheOtherPod() {
        Items item =
                Items.after(
                        Happening.of(EventType.WORK_ITEM_CREATED, "Mon 09:00", ANA).to(ANA),
                        moved("Mon 09:30", StateCategory.ACTIVE),
                        moved("Mon 10:00", StateCategory.REVIEW),
                        moved("Mon 11:00", StateCategory.ACTIVE),
                        assigned("Mon 12:00", ANA, CARA));

        assertThat(of(item, EpisodeKind.REWORK))
                .extracting(DebtFact::kind, DebtFact::pod, DebtFact::at)
                .containsExactly(
                        tuple(OPENED, "red", at("Mon 11:00")),
                        tuple(ENDED, "red", at("Mon 12:00")),
                        tuple(OPENED, "blue", at("Mon 12:00")));
    }

    @Test
    void aReviewRoundLastsFromAskingUntilTheAnswer() {
        Items item =
                Items.ofChange(
                        change(EventType.CHANGE_OPENED, "Mon 09:00", ANA),
                        change(EventType.CHANGE_COMMENTED, "Mon 10:00", BEN),
                        change(EventType.CHANGE_REVIEWED, "Mon 11:00", BEN)
                                .saying(Verdict.CHANGES_REQUESTED),
                        change(EventType.CHANGE_UPDATED, "Mon 12:00", ANA),
                        change(EventType.CHANGE_REVIEWED, "Mon 15:00", BEN)
                                .saying(Verdict.APPROVED),
                        change(EventType.CHANGE_MERGED, "Tue 10:00", ANA));

        assertThat(of(item, EpisodeKind.REVIEW_ROUND))
                .extracting(DebtFact::kind, DebtFact::at)
                .containsExactly(
                        tuple(OPENED, at("Mon 09:00")),
                        tuple(ENDED, at("Mon 11:00")),
                        tuple(OPENED, at("Mon 12:00")),
                        tuple(ENDED, at("Mon 15:00")));
    }

    @Test
    void aRequestForReviewIsAPromiseAndNoDelayedHandoff() {
        Items item =
                Items.ofChange(
                        change(EventType.CHANGE_OPENED, "Mon 09:00", ANA),
                        change(EventType.CHANGE_REVIEW_REQUESTED, "Mon 09:30", ANA).to(BEN),
                        change(EventType.CHANGE_REVIEWED, "Mon 11:00", BEN)
                                .saying(Verdict.CHANGES_REQUESTED));

        assertThat(of(item, EpisodeKind.REVIEW_REQUEST))
                .extracting(DebtFact::kind)
                .containsExactly(OPENED, ENDED);
        // The return to the author is a handoff like any other.
        assertThat(of(item, EpisodeKind.HANDOFF)).extracting(DebtFact::kind).contains(OPENED);
    }

    @Test
    void aWatchIsToldWhenItBeginsAndEnds() {
        Items item =
                Items.after(
                        Happening.of(EventType.WORK_ITEM_CREATED, "Mon 09:00", ANA).to(ANA),
                        moved("Mon 09:30", StateCategory.ACTIVE),
                        Happening.of(EventType.WORK_ITEM_COMMENTED, "Mon 10:00", ANA),
                        moved("Mon 11:00", StateCategory.DONE));

        assertThat(item.debts().stream().filter(fact -> fact.episode() == null))
                .extracting(DebtFact::kind, DebtFact::at, DebtFact::objectId)
                .containsExactly(
                        tuple(WATCH_STARTED, at("Mon 09:30"), "T-1"),
                        tuple(WATCH_ENDED, at("Mon 11:00"), "T-1"));
    }
}
