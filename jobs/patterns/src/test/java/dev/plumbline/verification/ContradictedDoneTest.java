package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.MERGE_COMMIT;
import static dev.plumbline.verification.Linked.active;
import static dev.plumbline.verification.Linked.approved;
import static dev.plumbline.verification.Linked.change;
import static dev.plumbline.verification.Linked.check;
import static dev.plumbline.verification.Linked.done;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.moved;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Done" against a trace of the opposite. */
class ContradictedDoneTest {

    @Test
    void aChangeThatIsStillOpenContradictsAndItsMergeRepairs() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(approved("C-1", "Mon 09:10", BEN))
                        .own(done("Mon 10:00", ANA))
                        .until("Mon 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (change_open) Mon 10:00 - open");
        assertThat(ticket.onlyRow().claimEvent()).isEqualTo("done@Mon 10:00");
        assertThat(ticket.onlyRow().evidenceEvents()).containsExactly("C-1change.openedMon 09:00");
        ticket.linked(merged("C-1", "Tue 10:00", BEN)).until("Tue 12:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (change_open) Mon 10:00 - Tue 10:00 repaired");
        assertThat(ticket.onlyRow().evidenceEvents())
                .containsExactly("C-1change.openedMon 09:00", "C-1change.mergedTue 10:00");
    }

    @Test
    void oneOfTwoChangesThatIsOpenIsEnoughUntilItIsThrownAway() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(opened("C-2", "Mon 09:01", ANA))
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linked(change(EventType.CHANGE_ABANDONED, "C-2", "Mon 11:00", ANA))
                        .until("Tue 12:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (change_open) Mon 10:00 - Mon 11:00 repaired");
    }

    @Test
    void aMergeAtTheVeryInstantOfDoneIsNoContradictionWhicheverIsToldFirst() {
        Happening merge = merged("C-1", "Mon 10:00", BEN);
        Happening done = done("Mon 10:00", ANA);
        Verifications first =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(merge)
                        .own(done);
        Verifications last =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .own(done)
                        .linked(merge);
        assertThat(first.until("Wed 10:00").findings()).isEmpty();
        assertThat(last.until("Wed 10:00").findings()).isEmpty();
    }

    @Test
    void aChangeThatBeginsAfterDoneIsOtherWork() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linked(opened("C-2", "Mon 10:01", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void aChangeThatWasOpenAllAlongContradictsOnceItIsKnown() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linkedLate("Tue 10:00", opened("C-2", "Mon 09:00", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (change_open) Tue 10:00 - open");
    }

    @Test
    void redOnTheMergeCommitContradictsUntilThatPipelineIsGreen() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linked(
                                check(Result.FAILURE, "build/7", "Mon 10:20", PIPELINE),
                                MERGE_COMMIT)
                        .linked(
                                check(Result.SUCCESS, "lint/7", "Mon 10:30", PIPELINE),
                                MERGE_COMMIT)
                        .linked(
                                check(Result.CANCELLED, "build/8", "Mon 10:40", PIPELINE),
                                MERGE_COMMIT)
                        .until("Mon 12:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (check_red) Mon 10:20 - open");
        assertThat(ticket.onlyRow().evidenceEvents()).containsExactly("build/7@Mon 10:20");
        ticket.linked(check(Result.SUCCESS, "build/9", "Mon 12:30", PIPELINE), MERGE_COMMIT)
                .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (check_red) Mon 10:20 - Mon 12:30 repaired");
    }

    @Test
    void redThatWasMendedBeforeDoneIsNone() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:10", BEN))
                        .linked(
                                check(Result.FAILURE, "build/7", "Mon 09:20", PIPELINE),
                                MERGE_COMMIT)
                        .linked(
                                check(Result.SUCCESS, "build/8", "Mon 09:30", PIPELINE),
                                MERGE_COMMIT)
                        .own(done("Mon 10:00", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void redThatStandsWhenTheItemIsDoneContradictsAtOnce() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:10", BEN))
                        .linked(
                                check(Result.FAILURE, "build/7", "Mon 09:20", PIPELINE),
                                MERGE_COMMIT)
                        .own(done("Mon 10:00", ANA))
                        .until("Mon 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (check_red) Mon 10:00 - open");
    }

    @Test
    void redOnTheWayIsPartOfTheWork() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linked(
                                check(Result.FAILURE, "build/7", "Mon 10:20", PIPELINE),
                                new Via(ObjectType.CHANGE, "C-1", false))
                        .until("Wed 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void aRevertContradictsAndOnlyWhatReplacesTheChangeRepairs() {
        Happening undoing =
                opened("C-2", "Tue 09:50", BEN).linkedTo("reverts", ObjectType.CHANGE, "C-1");
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linked(undoing)
                        .linked(change(EventType.CHANGE_REVERTED, "C-1", "Tue 10:00", BEN))
                        .linked(merged("C-2", "Tue 10:05", BEN))
                        .linked(opened("C-3", "Tue 11:00", ANA))
                        .until("Wed 09:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (reverted) Tue 10:00 - open");
        ticket.linked(merged("C-3", "Wed 10:00", BEN)).until("Wed 11:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (reverted) Tue 10:00 - Wed 10:00 repaired");
    }

    @Test
    void reopenedWithinFourteenDaysContradictsUntilItIsDoneAgain() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .own(active("Mon+2 10:00", BEN))
                        .until("Mon+2 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (reopened) Mon 10:00 - open");
        assertThat(ticket.onlyRow().claimEvent()).isEqualTo("done@Mon 10:00");
        assertThat(ticket.onlyRow().evidenceEvents()).containsExactly("active@Mon+2 10:00");
        ticket.linked(merged("C-2", "Wed+2 09:30", BEN))
                .own(done("Wed+2 10:00", ANA))
                .until("Fri+2 10:00");
        assertThat(ticket.onlyRow().outcome()).isEqualTo(FindingOutcome.REPAIRED);
        assertThat(ticket.onlyRow().endedAt()).isEqualTo(at("Wed+2 10:00"));
    }

    @Test
    void reopenedLaterThanThatIsNewWork() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .own(active("Mon+2 10:01", BEN))
                        .until("Fri+2 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void reopeningAnswersAContradictionThatWasFoundAlready() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(approved("C-1", "Mon 09:10", BEN))
                        .own(done("Mon 10:00", ANA))
                        .own(active("Mon 11:00", BEN))
                        .linked(merged("C-1", "Mon 12:00", BEN))
                        .own(done("Mon 13:00", ANA))
                        .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (change_open) Mon 10:00 - Mon 11:00 reopened");
    }

    @Test
    void aReopenedItemThatIsCancelledIsContradictedNoMore() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .own(active("Tue 10:00", BEN))
                        .own(moved(StateCategory.CANCELLED, "Tue 12:00", BEN))
                        .until("Fri 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (reopened) Tue 10:00 - Tue 12:00 cancelled");
    }

    @Test
    void runsOfOnePipelineShareTheirNameWithoutTheNumber() {
        assertThat(MergeCheck.pipelineOf("github:acme/pay/build/812"))
                .isEqualTo("github:acme/pay/build");
        assertThat(MergeCheck.pipelineOf("ci-812")).isEqualTo("ci");
        assertThat(MergeCheck.pipelineOf("build")).isEqualTo("build");
        assertThat(MergeCheck.pipelineOf("ci-7f1c2a00-9d3e-4b11")).isEqualTo("ci");
    }

    @Test
    void aGreenRunThatDiffersInItsNumberAloneHidesNoRedOne() {
        Verifications ticket =
                Verifications.ofTicket()
                        .linked(merged("C-1", "Mon 09:30", BEN))
                        .own(done("Mon 10:00", ANA))
                        .linked(
                                check(
                                        Result.FAILURE,
                                        "acme/pay/actions/runs/101",
                                        "Mon 10:20",
                                        PIPELINE),
                                MERGE_COMMIT)
                        .linked(
                                check(
                                        Result.SUCCESS,
                                        "acme/pay/actions/runs/102",
                                        "Mon 10:30",
                                        PIPELINE),
                                MERGE_COMMIT)
                        .until("Wed 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (check_red) Mon 10:20 - open");
        ticket.linked(
                        check(Result.SUCCESS, "acme/pay/actions/runs/101", "Wed 12:30", PIPELINE),
                        MERGE_COMMIT)
                .until("Thu 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (check_red) Mon 10:20 - Wed 12:30 repaired");
    }

    @Test
    void aRunThatNamesNoPipelineStandsForItself() {
        for (String run :
                List.of("812", "github:812", "acme/pay/actions/runs/101", "pay/-/jobs/7")) {
            assertThat(MergeCheck.pipelineOf(run)).isEqualTo(run);
        }
        assertThat(MergeCheck.pipelineOf("acme/pay/actions/runs/101/attempts/2"))
                .isEqualTo("acme/pay/actions/runs/101");
    }
}
