package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.active;
import static dev.plumbline.verification.Linked.assigned;
import static dev.plumbline.verification.Linked.done;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.moved;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.EvidenceProfile;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.Happening;
import dev.plumbline.work.StateCategory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ticket is active for sixteen working hours and its owner leaves no trace. */
class GhostWorkTest {

    @Test
    void sayingThatItIsActiveIsNoTraceOfWork() {
        // Monday and Tuesday, eight hours each.
        Verifications ticket = ofTicketOfAna().own(active("Mon 09:00", ANA));
        assertThat(ticket.until("Tue 16:59").findings()).isEmpty();
        assertThat(ticket.until("Tue 17:00").findings())
                .containsExactly("ghost_work Tue 17:00 - open");
    }

    @Test
    void theWeekendDoesNotCount() {
        Verifications ticket = ofTicketOfAna().own(active("Fri 09:00", ANA)).until("Mon+1 17:00");
        assertThat(ticket.onlyRow().openedAt()).isEqualTo(at("Mon+1 17:00"));
    }

    @Test
    void anyWorkOfTheOwnerOnTheTicketOrWhatIsLinkedIsATrace() {
        Happening comment = Happening.of(EventType.WORK_ITEM_COMMENTED, "Tue 17:00", ANA);
        Happening push = Happening.of(EventType.COMMIT_PUSHED, "Mon 10:00", ANA);
        assertThat(
                        ofTicketOfAna()
                                .own(active("Mon 09:00", ANA))
                                .own(comment)
                                .until("Fri 17:00")
                                .findings())
                .isEmpty();
        assertThat(
                        ofTicketOfAna()
                                .own(active("Mon 09:00", ANA))
                                .linked(push)
                                .until("Fri 17:00")
                                .findings())
                .isEmpty();
    }

    @Test
    void workOfOthersOrBeforeItWasActiveIsNone() {
        Verifications ticket =
                ofTicketOfAna()
                        .linked(Happening.of(EventType.COMMIT_PUSHED, "Mon 08:00", ANA))
                        .own(active("Mon 09:00", ANA))
                        .linked(Happening.of(EventType.COMMIT_PUSHED, "Mon 10:00", BEN))
                        .own(Happening.of(EventType.WORK_ITEM_EDITED, "Mon 11:00", ANA))
                        .until("Tue 17:00");
        assertThat(ticket.findings()).containsExactly("ghost_work Tue 17:00 - open");
    }

    @Test
    void aTraceEndsItAndOneThatWasThereAllAlongTakesItBack() {
        Happening push = Happening.of(EventType.COMMIT_PUSHED, "Wed 10:00", ANA);
        Happening early = Happening.of(EventType.COMMIT_PUSHED, "Tue 17:00", ANA);
        assertThat(
                        ofTicketOfAna()
                                .own(active("Mon 09:00", ANA))
                                .linked(push)
                                .until("Fri 17:00")
                                .findings())
                .containsExactly("ghost_work Tue 17:00 - Wed 10:00 evidence");
        assertThat(
                        ofTicketOfAna()
                                .own(active("Mon 09:00", ANA))
                                .linkedLate("Wed 10:00", early)
                                .until("Fri 17:00")
                                .findings())
                .containsExactly("ghost_work Tue 17:00 - Wed 10:00 retracted");
    }

    @Test
    void finishingEndsItAndSoDoesMovingOn() {
        assertThat(
                        ofTicketOfAna()
                                .own(active("Mon 09:00", ANA))
                                .linked(merged("C-1", "Tue 10:00", BEN))
                                .own(done("Wed 10:00", ANA))
                                .until("Fri 17:00")
                                .findings())
                .contains("ghost_work Tue 17:00 - Wed 10:00 finished");
        assertThat(
                        ofTicketOfAna()
                                .own(active("Mon 09:00", ANA))
                                .own(moved(StateCategory.REVIEW, "Wed 10:00", BEN))
                                .until("Fri 17:00")
                                .findings())
                .containsExactly("ghost_work Tue 17:00 - Wed 10:00 moved");
    }

    @Test
    void aDeclaredStopIsNotHeldAgainstAnybody() {
        // Flagged Monday 11:00 to Wednesday 09:00: from then Wednesday and Thursday.
        Verifications ticket =
                ofTicketOfAna()
                        .own(active("Mon 09:00", ANA))
                        .own(Happening.of(EventType.WORK_ITEM_BLOCKED, "Mon 11:00", CARA))
                        .own(Happening.of(EventType.WORK_ITEM_UNBLOCKED, "Wed 09:00", CARA))
                        .until("Fri 17:00");
        assertThat(ticket.findings()).containsExactly("ghost_work Thu 17:00 - open");
    }

    @Test
    void aNewOwnerStartsFromWhenItIsHis() {
        // Tuesday 13:00 to 17:00, Wednesday, and Thursday 09:00 to 13:00.
        Verifications ticket =
                ofTicketOfAna()
                        .own(active("Mon 09:00", ANA))
                        .own(assigned(BEN, "Tue 13:00", CARA))
                        .until("Fri 17:00");
        assertThat(ticket.findings()).containsExactly("ghost_work Thu 13:00 - open");
    }

    @Test
    void nobodyIsMissedWhereNobodyOwnsIt() {
        assertThat(
                        Verifications.ofTicket()
                                .own(active("Mon 09:00", ANA))
                                .until("Fri 17:00")
                                .findings())
                .isEmpty();
        assertThat(
                        Verifications.ofTicket()
                                .own(assigned(PIPELINE, "Mon 08:00", CARA))
                                .own(active("Mon 09:00", ANA))
                                .until("Fri 17:00")
                                .findings())
                .isEmpty();
    }

    @Test
    void whereNoEvidenceIsToBeExpectedNoneIsMissed() {
        EvidenceProfiles profiles =
                new EvidenceProfiles(Map.of(), Map.of("PAY", EvidenceProfile.NONE));
        assertThat(
                        Verifications.ofTicket(profiles)
                                .own(assigned(ANA, "Mon 08:00", CARA))
                                .own(active("Mon 09:00", ANA))
                                .until("Fri 17:00")
                                .findings())
                .isEmpty();
    }

    private static Verifications ofTicketOfAna() {
        return Verifications.ofTicket().own(assigned(ANA, "Mon 07:00", CARA));
    }

    @Test
    void whatAnAgentDoesForTheOwnerIsHerWork() {
        Verifications ticket =
                ofTicketOfAna()
                        .own(active("Mon 09:00", ANA))
                        .linked(
                                Happening.of(EventType.COMMIT_PUSHED, "Tue 10:00", ROBOT)
                                        .onBehalfOf(ANA));
        assertThat(ticket.until("Fri 17:00").findings()).isEmpty();
    }
}
