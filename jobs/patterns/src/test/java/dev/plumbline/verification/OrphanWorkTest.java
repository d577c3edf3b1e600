package dev.plumbline.verification;

import static dev.plumbline.verification.Linked.approved;
import static dev.plumbline.verification.Linked.change;
import static dev.plumbline.verification.Linked.merged;
import static dev.plumbline.verification.Linked.opened;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.PIPELINE;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Work that belongs to no work item. */
class OrphanWorkTest {

    @Test
    void aMergedChangeWithoutATicketIsOneUntilATicketNamesIt() {
        Happening naming = Happening.of(EventType.WORK_ITEM_LINKED, "Tue 10:00", CARA);
        Verifications change =
                Verifications.ofChange()
                        .own(change(EventType.CHANGE_OPENED, "C-1", "Mon 09:00", ANA))
                        .until("Mon 09:30");
        assertThat(change.findings()).isEmpty();
        change.own(merged("C-1", "Mon 10:00", BEN)).until("Mon 10:00");
        assertThat(change.findings()).containsExactly("orphan_work Mon 10:00 - open");
        assertThat(change.onlyRow().objectType()).isEqualTo(ObjectType.CHANGE);
        assertThat(change.onlyRow().claimEvent()).isEqualTo("C-1change.mergedMon 10:00");
        change.linked(naming).until("Tue 10:00");
        assertThat(change.findings()).containsExactly("orphan_work Mon 10:00 - Tue 10:00 linked");
        assertThat(change.claims()).isEmpty();
    }

    @Test
    void aChangeThatNamesItsTicketIsNone() {
        Verifications change =
                Verifications.ofChange()
                        .own(opened("C-1", "Mon 09:00", ANA))
                        .own(merged("C-1", "Mon 10:00", BEN))
                        .until("Tue 10:00");
        assertThat(change.findings()).isEmpty();
    }

    @Test
    void aChangeThatWasThrownAwayIsNone() {
        Verifications change =
                Verifications.ofChange()
                        .own(change(EventType.CHANGE_OPENED, "C-1", "Mon 09:00", ANA))
                        .own(change(EventType.CHANGE_ABANDONED, "C-1", "Mon 10:00", ANA))
                        .until("Tue 10:00");
        assertThat(change.findings()).isEmpty();
    }

    @Test
    void aCommitHasFourWorkingHoursToBelongSomewhere() {
        CommitWatch watch = CommitRule.pushed(commit(), CALENDAR);
        assertThat(CommitRule.nextDeadline(watch)).isEqualTo(at("Mon 14:00"));
        assertThat(CommitRule.passed(watch, at("Mon 13:59")).finding()).isNull();
        CommitStep late = CommitRule.passed(watch, at("Mon 16:00"));
        assertThat(late.finding().openedAt()).isEqualTo(at("Mon 14:00"));
        assertThat(late.finding().kind()).isEqualTo(FindingKind.ORPHAN_WORK);
        assertThat(late.finding().objectType()).isEqualTo(ObjectType.COMMIT);
        assertThat(CommitRule.nextDeadline(late.next())).isNull();
        CommitStep linked = CommitRule.linked(late.next(), at("Tue 10:00"), "opened");
        assertThat(linked.finding().outcome()).isEqualTo(FindingOutcome.LINKED);
        assertThat(linked.finding().endedAt()).isEqualTo(at("Tue 10:00"));
        assertThat(linked.finding().evidenceEvents()).containsExactly("opened");
    }

    @Test
    void aCommitThatIsLinkedInTimeIsNone() {
        CommitWatch watch = CommitRule.pushed(commit(), CALENDAR);
        CommitWatch linked = CommitRule.linked(watch, at("Mon 14:00"), "opened").next();
        assertThat(CommitRule.passed(linked, at("Tue 10:00")).finding()).isNull();
    }

    @Test
    void aCommitOfAServiceIsNone() {
        WorkEvent bump = Happening.of(EventType.COMMIT_PUSHED, "Mon 10:00", PIPELINE).event();
        CommitStep step = CommitRule.passed(CommitRule.pushed(bump, CALENDAR), at("Mon 14:00"));
        assertThat(step.finding()).isNull();
        assertThat(CommitRule.nextDeadline(step.next())).isNull();
    }

    @Test
    void anOrphanEndsWhenItsCommitIsForgotten() {
        CommitWatch watch = CommitRule.pushed(commit(), CALENDAR);
        assertThat(CommitRule.forgotten(watch, at("Mon 13:00"))).isNull();
        CommitWatch orphan = CommitRule.passed(watch, at("Mon 14:00")).next();
        Finding ended = CommitRule.forgotten(orphan, at("Mon+3 10:00"));
        assertThat(ended.outcome()).isEqualTo(FindingOutcome.FORGOTTEN);
        assertThat(ended.endedAt()).isEqualTo(at("Mon+3 10:00"));
    }

    @Test
    void aCommitThatNamesItsChangeOrTicketIsNone() {
        WorkEvent ofChange =
                Happening.of(EventType.COMMIT_PUSHED, "Mon 10:00", ANA)
                        .linkedTo("part_of", ObjectType.CHANGE, "C-1")
                        .event();
        WorkEvent ofTicket =
                Happening.of(EventType.COMMIT_PUSHED, "Mon 10:00", ANA)
                        .linkedTo("implements", ObjectType.WORK_ITEM, "T-1")
                        .event();
        assertThat(CommitRule.nextDeadline(CommitRule.pushed(ofChange, CALENDAR))).isNull();
        assertThat(CommitRule.nextDeadline(CommitRule.pushed(ofTicket, CALENDAR))).isNull();
    }

    private static final WorkCalendar CALENDAR = WorkCalendar.standard(ZoneOffset.UTC);

    private static WorkEvent commit() {
        return Happening.of(EventType.COMMIT_PUSHED, "Mon 10:00", ANA).event();
    }

    @Test
    void aChangeFirstSeenInMidLifeMayHaveNamedItsTicketWhenItWasOpened() {
        Verifications change =
                Verifications.ofChange()
                        .own(approved("C-1", "Mon 09:00", BEN))
                        .own(merged("C-1", "Mon 10:00", BEN))
                        .until("Tue 10:00");
        assertThat(change.findings()).isEmpty();
    }

    @Test
    void aChangeByAServiceIsNone() {
        Verifications change =
                Verifications.ofChange()
                        .own(change(EventType.CHANGE_OPENED, "C-1", "Mon 09:00", PIPELINE))
                        .own(merged("C-1", "Mon 10:00", BEN))
                        .until("Tue 10:00");
        assertThat(change.findings()).isEmpty();
    }

    @Test
    void aChangeOfAnUnknownAuthorIsOne() {
        Verifications change =
                Verifications.ofChange()
                        .own(change(EventType.CHANGE_OPENED, "C-1", "Mon 09:00", null))
                        .own(merged("C-1", "Mon 10:00", BEN))
                        .until("Tue 10:00");
        assertThat(change.findings()).containsExactly("orphan_work Mon 10:00 - open");
    }
}
