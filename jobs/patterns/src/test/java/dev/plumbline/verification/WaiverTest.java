package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.done;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import org.junit.jupiter.api.Test;

/** Somebody says that a finding is not to be expected on an item. */
class WaiverTest {

    @Test
    void aWaiverEndsWhatIsOpen() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .own(waiver("unverified_done, ghost_work", "Tue 10:00"))
                        .until("Fri 10:00");
        assertThat(ticket.findings())
                .containsExactly("unverified_done Mon 14:00 - Tue 10:00 waived");
    }

    @Test
    void aWaiverPreventsWhatWouldCome() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(waiver("all", "Mon 09:00"))
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .own(done("Mon 10:00", ANA))
                        .until("Fri 10:00");
        assertThat(ticket.findings()).isEmpty();
        assertThat(ticket.claims()).isEmpty();
    }

    @Test
    void aWaiverAtTheDeadlineIsInTime() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(done("Mon 10:00", ANA))
                        .own(waiver("unverified_done", "Mon 14:00"))
                        .until("Fri 10:00");
        assertThat(ticket.findings()).isEmpty();
    }

    @Test
    void aWaiverOfOneKindLeavesTheOthers() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(waiver("unverified_done", "Mon 09:00"))
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .own(done("Mon 10:00", ANA))
                        .until("Fri 10:00");
        assertThat(ticket.findings())
                .containsExactly("contradicted_done (change_open) Mon 10:00 - open");
    }

    @Test
    void theNextWordReplacesTheLastAndNoneTakesAllBack() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(waiver("all", "Mon 09:00"))
                        .own(done("Mon 10:00", ANA))
                        .own(waiver("none", "Tue 10:00"))
                        .until("Fri 10:00");
        assertThat(ticket.findings()).containsExactly("unverified_done Tue 10:00 - open");
    }

    private static Happening waiver(String kinds, String moment) {
        return Happening.of(EventType.WORK_ITEM_EDITED, moment, CARA).waiving(kinds);
    }
}
