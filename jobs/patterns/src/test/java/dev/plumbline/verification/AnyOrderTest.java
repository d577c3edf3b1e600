package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.MERGE_COMMIT;
import static dev.plumbline.verification.Linked.active;
import static dev.plumbline.verification.Linked.approved;
import static dev.plumbline.verification.Linked.assigned;
import static dev.plumbline.verification.Linked.change;
import static dev.plumbline.verification.Linked.check;
import static dev.plumbline.verification.Linked.done;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.ROBOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.EventType;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What happened at one instant, or became known at one, gives one answer in any order. */
class AnyOrderTest {

    private static final List<Happening> OF_ONE_INSTANT =
            List.of(
                    done("Tue 10:00", ANA),
                    merged("C-1", "Tue 10:00", ANA),
                    merged("C-2", "Tue 10:00", BEN),
                    opened("C-3", "Tue 10:00", ANA),
                    approved("C-2", "Tue 10:00", ROBOT),
                    check(Result.FAILURE, "build/1", "Tue 10:00", PIPELINE),
                    check(Result.SUCCESS, "build/2", "Tue 10:00", PIPELINE).withSequence(1),
                    Happening.of(EventType.AGENT_CLAIMED_DONE, "Tue 10:00", ROBOT));

    private static final List<Happening> OF_THE_PAST =
            List.of(
                    opened("C-1", "Mon 09:00", ANA),
                    change(EventType.CHANGE_UPDATED, "C-1", "Mon 09:30", ANA),
                    approved("C-1", "Mon 09:40", CARA),
                    change(EventType.CHANGE_ABANDONED, "C-1", "Mon 09:50", ANA),
                    change(EventType.CHANGE_REOPENED, "C-1", "Mon 09:55", ANA),
                    merged("C-1", "Mon 10:00", BEN),
                    change(EventType.CHANGE_REVERTED, "C-1", "Mon 12:00", BEN),
                    opened("C-2", "Mon 12:30", ANA).linkedTo("closes", ObjectType.WORK_ITEM, "T-1"),
                    merged("C-2", "Mon 13:00", CARA),
                    Happening.of(EventType.COMMIT_PUSHED, "Mon 11:00", BEN),
                    Happening.of(EventType.COMMIT_PUSHED, "Mon 10:30", BEN).withId("earlier"),
                    check(Result.SUCCESS, "build/1", "Mon 13:10", PIPELINE),
                    check(Result.FAILURE, "build/2", "Mon 13:20", PIPELINE));

    @Test
    void eventsOfOneInstantMeanTheSameInAnyOrder() {
        Verification first = folded(OF_ONE_INSTANT);
        for (int seed = 0; seed < 500; seed++) {
            List<Happening> shuffled = new ArrayList<>(OF_ONE_INSTANT);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(folded(shuffled)).as("seed %d", seed).isEqualTo(first);
        }
        assertThat(first.claim().kind()).isEqualTo(ClaimKind.SESSION);
        assertThat(first.open())
                .extracting(Finding::reason)
                .containsExactly(Contradiction.CHANGE_OPEN);
    }

    @Test
    void thePastIsTheSameInWhateverOrderItBecomesKnown() {
        Verification first = learned(OF_THE_PAST);
        for (int seed = 0; seed < 500; seed++) {
            List<Happening> shuffled = new ArrayList<>(OF_THE_PAST);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(learned(shuffled)).as("seed %d", seed).isEqualTo(first);
        }
        assertThat(first.claim().kind()).isEqualTo(ClaimKind.CLOSES);
        assertThat(first.claim().claimer()).isEqualTo(ANA);
    }

    @Test
    void itDoesNotMatterHowOftenTimeIsAskedFor() {
        Verifications rarely = Verifications.ofTicket();
        Verifications often = Verifications.ofTicket();
        for (Verifications ticket : List.of(rarely, often)) {
            ticket.own(assigned(ANA, "Mon 09:00", CARA)).own(active("Mon 10:00", ANA));
            ask(ticket, ticket == often, "Mon 10:00", "Mon 16:00", "Wed 10:00");
            ticket.linked(merged("C-1", "Wed 12:00", BEN));
            ask(ticket, ticket == often, "Wed 12:00", "Thu 11:59", "Thu 12:00", "Thu 13:00");
            ticket.own(done("Fri 10:00", ANA));
            ask(ticket, ticket == often, "Fri 10:00", "Fri 14:00");
            ticket.until("Fri 17:00");
        }
        assertThat(rarely.known()).isEqualTo(often.known());
        assertThat(rarely.rows()).isEqualTo(often.rows());
        assertThat(rarely.findings())
                .containsExactly(
                        "ghost_work Wed 10:00 - Fri 10:00 finished",
                        "stuck_after_reality Thu 12:00 - Fri 10:00 done");
    }

    @Test
    void theRuleTravelsToWhereItIsApplied() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new VerificationRule(EvidenceProfiles.UNSTATED));
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            VerificationRule rule = (VerificationRule) in.readObject();
            assertThat(rule.nextDeadline(Verification.NONE)).isNull();
        }
    }

    private static void ask(Verifications ticket, boolean asked, String... moments) {
        for (String moment : moments) {
            if (asked) {
                ticket.until(moment);
            }
        }
    }

    private static Verification folded(List<Happening> happenings) {
        Verifications ticket =
                Verifications.ofTicket()
                        .own(active("Mon 09:00", ANA))
                        .linked(opened("C-1", "Mon 09:00", ANA))
                        .linked(opened("C-2", "Mon 09:00", ANA));
        for (Happening happening : happenings) {
            boolean own = happening.event().objectType() == ObjectType.WORK_ITEM;
            boolean check = happening.event().objectType() == ObjectType.PIPELINE_RUN;
            if (own) {
                ticket.own(happening);
            } else if (check) {
                ticket.linked(happening, MERGE_COMMIT);
            } else {
                ticket.linked(happening);
            }
        }
        return ticket.until("Fri 10:00").known();
    }

    private static Verification learned(List<Happening> happenings) {
        Verifications ticket = Verifications.ofTicket().own(active("Mon 09:00", ANA));
        happenings.forEach(happening -> ticket.linkedLate("Tue 10:00", happening));
        return ticket.until("Fri 10:00").known();
    }
}
