package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.active;
import static dev.plumbline.verification.Linked.change;
import static dev.plumbline.verification.Linked.done;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.moved;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.verification.Linked.run;
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
import org.junit.jupiter.api.Test;

/** Everything is merged, and the ticket is still not done eight working hours later. */
class StuckAfterRealityTest {

    @Test
    void aTicketLiesAfterItsOnlyChangeIsMergedUntilItIsDone() {
        // Monday 10:00 to 17:00 and Tuesday 09:00 to 10:00.
        Verifications ticket =
                ofActiveTicket()
                        .linked(opened("C-1", "Mon 09:30", ANA))
                        .linked(merged("C-1", "Mon 10:00", BEN));
        assertThat(ticket.until("Tue 09:59").findings()).isEmpty();
        assertThat(ticket.until("Tue 10:00").findings())
                .containsExactly("stuck_after_reality Tue 10:00 - open");
        assertThat(ticket.onlyRow().evidenceEvents()).containsExactly("C-1change.mergedMon 10:00");
        ticket.own(done("Tue 12:00", ANA)).until("Tue 12:00");
        assertThat(ticket.findings())
                .containsExactly("stuck_after_reality Tue 10:00 - Tue 12:00 done");
    }

    @Test
    void doneAtTheDeadlineIsInTime() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .own(done("Tue 10:00", ANA))
                        .until("Fri 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void theWeekendDoesNotCount() {
        // Friday 16:00 to 17:00 and Monday 09:00 to 16:00.
        Verifications ticket =
                ofActiveTicket().linked(merged("C-1", "Fri 16:00", BEN)).until("Tue+1 10:00");
        assertThat(ticket.onlyRow().openedAt()).isEqualTo(at("Mon+1 16:00"));
    }

    @Test
    void theLastOfTwoChangesCounts() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(opened("C-2", "Mon 09:01", ANA))
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .until("Wed 11:59");
        assertThat(ticket.findings()).isEmpty();
        ticket.linked(merged("C-2", "Wed 12:00", BEN)).until("Fri 10:00");
        assertThat(ticket.findings()).containsExactly("stuck_after_reality Thu 12:00 - open");
    }

    @Test
    void whatWasThrownAwayIsLeftOutAndAloneSaysNothing() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(change(EventType.CHANGE_ABANDONED, "C-1", "Mon 10:00", ANA))
                        .until("Wed 09:00");
        assertThat(ticket.findings()).isEmpty();
        ticket.linked(merged("C-2", "Wed 10:00", BEN)).until("Fri 10:00");
        assertThat(ticket.findings()).containsExactly("stuck_after_reality Thu 10:00 - open");
    }

    @Test
    void aNewChangeEndsIt() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .linked(opened("C-2", "Tue 11:00", ANA))
                        .until("Fri 10:00");
        assertThat(ticket.findings())
                .containsExactly("stuck_after_reality Tue 10:00 - Tue 11:00 changed");
    }

    @Test
    void aChangeThatWasOpenAllAlongTakesItBack() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .linkedLate("Tue 11:00", opened("C-2", "Mon 12:00", ANA))
                        .until("Fri 10:00");
        assertThat(ticket.findings())
                .containsExactly("stuck_after_reality Tue 10:00 - Tue 11:00 retracted");
    }

    @Test
    void cancellingEndsIt() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .own(moved(StateCategory.CANCELLED, "Tue 11:00", ANA))
                        .until("Fri 10:00");
        assertThat(ticket.findings())
                .containsExactly("stuck_after_reality Tue 10:00 - Tue 11:00 cancelled");
    }

    @Test
    void whatWasMergedBeforeAReopeningIsNotItsReality() {
        Verifications ticket =
                ofActiveTicket()
                        .linked(merged("C-1", "Mon 10:00", BEN))
                        .own(done("Mon 11:00", ANA))
                        .own(active("Mon+4 10:00", BEN))
                        .linked(Happening.of(EventType.COMMIT_PUSHED, "Mon+4 11:00", ANA))
                        .until("Fri+4 10:00");
        assertThat(ticket.findings()).isEmpty();
        ticket.linked(merged("C-2", "Fri+4 10:00", BEN)).until("Fri+5 10:00");
        assertThat(ticket.onlyRow().openedAt()).isEqualTo(at("Mon+5 10:00"));
    }

    @Test
    void aDeploymentStandsForAChangeOfWhichNothingElseIsKnown() {
        Via ofC1 = new Via(ObjectType.CHANGE, "C-1", false);
        Verifications ticket =
                ofActiveTicket()
                        .linked(
                                run(
                                        EventType.DEPLOY_FINISHED,
                                        Result.SUCCESS,
                                        "d",
                                        "Mon 10:00",
                                        PIPELINE),
                                ofC1)
                        .until("Tue 10:00");
        assertThat(ticket.findings()).containsExactly("stuck_after_reality Tue 10:00 - open");
        Verifications preview =
                ofActiveTicket()
                        .linked(opened("C-1", "Mon 09:30", ANA))
                        .linked(
                                run(
                                        EventType.DEPLOY_FINISHED,
                                        Result.SUCCESS,
                                        "d",
                                        "Mon 10:00",
                                        PIPELINE),
                                ofC1)
                        .until("Fri 10:00");
        assertThat(preview.findings()).isEmpty();
    }

    @Test
    void aTicketOfWhichNothingElseIsKnownIsNotJudged() {
        Verifications ticket =
                Verifications.ofTicket().linked(merged("C-1", "Mon 10:00", BEN)).until("Fri 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    private static Verifications ofActiveTicket() {
        return Verifications.ofTicket().own(active("Mon 09:00", ANA));
    }
}
