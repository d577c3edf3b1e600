package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.MERGE_COMMIT;
import static dev.plumbline.verification.Linked.active;
import static dev.plumbline.verification.Linked.approved;
import static dev.plumbline.verification.Linked.check;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.at;
import static dev.plumbline.work.Happening.human;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import org.junit.jupiter.api.Test;

/** What an item remembers does not grow with what happens to it. */
class BoundedMemoryTest {

    @Test
    void ofManyChangesTheOpenOnesAreKept() {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(active("Mon 09:00", ANA))
                        .linked(opened("C-0", "Mon 09:00", ANA));
        for (int number = 1; number <= 500; number++) {
            String change = "C-" + number;
            ticket.linked(opened(change, "Mon 10:00", ANA));
            ticket.linked(merged(change, "Mon 11:00", BEN));
        }
        assertThat(ticket.known().traces().changes()).hasSize(64);
        assertThat(ticket.known().traces().changes())
                .filteredOn(LinkedChange::isOpen)
                .extracting(LinkedChange::id)
                .containsExactly("C-0");
    }

    @Test
    void ofManyTracesTheEarliestOfTwoProducersAreKept() {
        Verifications ticket = Verifications.ofTicket().own(active("Mon 09:00", ANA));
        for (int number = 10; number < 60; number++) {
            Party reviewer = human("reviewer-" + number % 10);
            ticket.linked(approved("C-1", "Mon 10:" + number, reviewer));
        }
        assertThat(ticket.known().traces().evidence())
                .extracting(Evidence::producer)
                .containsExactly("reviewer-0", "reviewer-1");
        assertThat(ticket.known().traces().evidence())
                .extracting(Evidence::at)
                .containsExactly(at("Mon 10:10"), at("Mon 10:11"));
    }

    @Test
    void pipelinesAndWorkersAreBounded() {
        Verifications ticket = Verifications.ofTicket().own(active("Mon 09:00", ANA));
        for (int number = 10; number < 60; number++) {
            String letters = "" + (char) ('a' + number / 10) + (char) ('a' + number % 10);
            Result result = number == 10 ? Result.FAILURE : Result.SUCCESS;
            String moment = "Mon 10:" + number;
            ticket.linked(check(result, letters + "/1", moment, PIPELINE), MERGE_COMMIT);
            ticket.linked(Happening.of(EventType.COMMIT_PUSHED, moment, human(letters)));
        }
        assertThat(ticket.known().traces().checks()).hasSize(16);
        assertThat(ticket.known().traces().checks()).filteredOn(MergeCheck::red).hasSize(1);
        assertThat(ticket.known().traces().workers()).hasSize(32);
    }
}
