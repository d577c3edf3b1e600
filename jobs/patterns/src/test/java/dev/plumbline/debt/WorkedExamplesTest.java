package dev.plumbline.debt;

import static dev.plumbline.debt.EpisodeKind.FALSE_CLAIM;
import static dev.plumbline.debt.EpisodeKind.HANDOFF;
import static dev.plumbline.debt.EpisodeKind.REVIEW_REQUEST;
import static dev.plumbline.debt.EpisodeKind.REVIEW_ROUND;
import static dev.plumbline.debt.EpisodeKind.REWORK;
import static dev.plumbline.debt.EpisodeKind.STALL;
import static dev.plumbline.debt.Ledger.HOUR;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every category with numbers by hand. The baseline of {@link Ledger#past}: 2 h, 3 h, 4 h. */
class WorkedExamplesTest {

    /** A bucket stands for its longest wait, less than 0.8 % over: 10,800 s are one of 10,815. */
    private static final long THREE_HOURS = 10_815;

    /** 7,200 s lie among [7168, 7232), buckets of 32: the one of 7200 ends with 7231. */
    private static final long TWO_HOURS = 7_231;

    private final Ledger ledger = new Ledger();

    @Test
    void aHandoffOwesWhatIsBeyondThe75thPercentile() {
        ledger.past(HANDOFF).opened(HANDOFF, "h", "Tue 09:00").ended(HANDOFF, "h", "Wed 11:00");
        ledger.until("Thu 00:00");

        // Tuesday 8 h; Wednesday 2 h: 10 h = 36,000 s, of which 10,815 are usual.
        DebtEntry row = ledger.row("delayed_handoff/h");
        assertThat(row.baselineSeconds()).isEqualTo(THREE_HOURS);
        assertThat(row.observedSeconds()).isEqualTo(10 * HOUR);
        assertThat(row.debtSeconds()).isEqualTo(36_000 - 10_815);
        assertThat(row.openedAt()).isEqualTo(at("Tue 09:00"));
        assertThat(row.closedAt()).isEqualTo(at("Wed 11:00"));
        assertThat(row.category()).isEqualTo(DebtCategory.DELAYED_HANDOFF);
        // Open on Tuesday night with 8 h: 28,800 - 10,815; ended, it owes nothing any more.
        assertThat(ledger.day("Mon 12:00").debtSeconds()).isZero();
        assertThat(ledger.day("Tue 12:00").debtSeconds()).isEqualTo(17_985);
        assertThat(ledger.day("Tue 12:00").openEntries()).isEqualTo(1);
        assertThat(ledger.day("Wed 12:00").debtSeconds()).isZero();
    }

    @Test
    void anAgentIsWaitedForByTheClockOnTheWallAndHasAPastOfItsOwn() {
        ledger.past(HANDOFF).openedForAgent(HANDOFF, "first", "Tue 09:00").until("Wed 00:00");
        assertThat(ledger.day("Tue 12:00").debtSeconds()).isZero();
        assertThat(ledger.day("Tue 12:00").unjudged()).containsExactly("delayed_handoff");

        for (int i = 0; i < 30; i++) {
            ledger.openedForAgent(HANDOFF, "quick-" + i, "Wed 09:00");
            ledger.endedByAgent(HANDOFF, "quick-" + i, "Wed 09:01");
        }
        ledger.openedForAgent(HANDOFF, "slow", "Fri 20:00").until("Sat 00:00");

        // A minute is exact; four hours of a Friday night count.
        assertThat(ledger.day("Fri 12:00").debtSeconds()).isEqualTo(4 * HOUR - 60);
    }

    @Test
    void aReviewRoundOwesWhatIsBeyondTheMedian() {
        ledger.past(REVIEW_ROUND).opened(REVIEW_ROUND, "r", "Tue 09:00");
        ledger.ended(REVIEW_ROUND, "r", "Tue 14:00").until("Wed 00:00");

        DebtEntry row = ledger.row("coordination/r");
        assertThat(row.baselineSeconds()).isEqualTo(TWO_HOURS);
        assertThat(row.observedSeconds()).isEqualTo(5 * HOUR);
        assertThat(row.debtSeconds()).isEqualTo(18_000 - 7_231);
    }

    @Test
    void aReviewRequestIsAPromiseAndOwesNothing() {
        ledger.past(REVIEW_REQUEST).opened(REVIEW_REQUEST, "q", "Tue 09:00").until("Thu 00:00");

        assertThat(ledger.rows()).isEmpty();
        assertThat(ledger.day("Tue 12:00").handoffs()).isEqualTo(new Commitments(0, 1));
        assertThat(ledger.day("Wed 12:00").handoffs()).isEqualTo(Commitments.NONE);
    }

    @Test
    void aStallOwesWhatIsBeyondTheMedianGapFromTheBeginningOfTheSilence() {
        ledger.stalled("s@T-1", "Mon 10:00", "Wed 10:00", 4 * HOUR).until("Thu 00:00");
        // Monday 7 h, Tuesday 8 h, Wednesday 8 h = 23 h, of which four are usual.
        assertThat(ledger.day("Wed 12:00").debtSeconds()).isEqualTo(19 * HOUR);
        assertThat(ledger.day("Tue 12:00")).isNull();

        ledger.ended(STALL, "s@T-1", "Thu 12:00").until("Fri 00:00");
        DebtEntry row = ledger.row("silent_stall/s@T-1");
        assertThat(row.observedSeconds()).isEqualTo(26 * HOUR);
        assertThat(row.debtSeconds()).isEqualTo(22 * HOUR);
        assertThat(row.objectId()).isEqualTo("T-1");
        assertThat(ledger.day("Thu 12:00").debtSeconds()).isZero();
    }

    @Test
    void aStallAgainstTheHabitsOfOthersOwesNothing() {
        ledger.stalled("s@T-1", "Mon 10:00", "Wed 10:00", null).until("Thu 00:00");

        assertThat(ledger.rows()).isEmpty();
        assertThat(ledger.day("Wed 12:00").unjudged()).containsExactly("silent_stall");
        assertThat(ledger.day("Wed 12:00").flow()).isEqualTo(new Commitments(0, 1));
    }

    @Test
    void reworkOwesAllOfItsActiveTime() {
        ledger.opened(REWORK, "T-1@1", "Mon 15:00").ended(REWORK, "T-1@1", "Tue 10:30");
        ledger.until("Wed 00:00");

        // Two hours of Monday, one and a half of Tuesday.
        DebtEntry row = ledger.row("rework/T-1@1");
        assertThat(row.baselineSeconds()).isZero();
        assertThat(row.debtSeconds()).isEqualTo(12_600);
        assertThat(ledger.day("Mon 12:00").debtSeconds()).isEqualTo(2 * HOUR);
        assertThat(ledger.day("Tue 12:00").debtSeconds()).isZero();
    }

    @Test
    void aFalseClaimOwesTheHoursItStood() {
        ledger.opened(FALSE_CLAIM, "u@T-1", "Fri 16:00").ended(FALSE_CLAIM, "u@T-1", "Mon+1 10:00");
        ledger.until("Tue+1 00:00");

        DebtEntry row = ledger.row("unverified_execution/u@T-1");
        assertThat(row.debtSeconds()).isEqualTo(2 * HOUR);
        assertThat(ledger.day("Sun 12:00").debtSeconds()).isEqualTo(HOUR);
        assertThat(ledger.day("Mon+1 12:00").debtSeconds()).isZero();
    }

    @Test
    void hoursForWhichAClaimIsUnverifiedAndContradictedCountOnce() {
        ledger.opened(FALSE_CLAIM, "u@T-1", "Mon 10:00").opened(FALSE_CLAIM, "c@T-1", "Mon 12:00");
        ledger.ended(FALSE_CLAIM, "u@T-1", "Mon 13:00").ended(FALSE_CLAIM, "c@T-1", "Mon 15:00");
        ledger.until("Tue 00:00");

        assertThat(ledger.rows()).hasSize(1);
        assertThat(ledger.row("unverified_execution/u@T-1").debtSeconds()).isEqualTo(5 * HOUR);
    }

    @Test
    void whatTurnsOutNeverToHaveBeenTrueOwesNothing() {
        ledger.opened(FALSE_CLAIM, "u@T-1", "Mon 10:00").until("Tue 00:00");
        assertThat(ledger.row("unverified_execution/u@T-1").debtSeconds()).isEqualTo(7 * HOUR);

        ledger.retracted(FALSE_CLAIM, "u@T-1", "Tue 12:00").until("Wed 00:00");
        DebtEntry row = ledger.row("unverified_execution/u@T-1");
        assertThat(row.debtSeconds()).isZero();
        assertThat(row.observedSeconds()).isZero();
        assertThat(row.closedAt()).isEqualTo(at("Tue 12:00"));
        assertThat(ledger.day("Tue 12:00").debtSeconds()).isZero();
    }

    @Test
    void theClaimStandsSinceTheOtherFindingWhenTheFirstIsTakenBack() {
        ledger.opened(FALSE_CLAIM, "u@T-1", "Mon 10:00").opened(FALSE_CLAIM, "c@T-1", "Mon 12:00");
        ledger.retracted(FALSE_CLAIM, "u@T-1", "Mon 13:00");
        ledger.ended(FALSE_CLAIM, "c@T-1", "Mon 15:00").until("Tue 00:00");

        DebtEntry row = ledger.row("unverified_execution/u@T-1");
        assertThat(row.openedAt()).isEqualTo(at("Mon 12:00"));
        assertThat(row.debtSeconds()).isEqualTo(3 * HOUR);
    }

    @Test
    void whatEndedForARealReasonStaysWhenTheOtherFindingIsTakenBack() {
        ledger.opened(FALSE_CLAIM, "u@T-1", "Mon 10:00").opened(FALSE_CLAIM, "c@T-1", "Mon 12:00");
        ledger.ended(FALSE_CLAIM, "u@T-1", "Mon 13:00");
        ledger.retracted(FALSE_CLAIM, "c@T-1", "Mon 16:00").until("Tue 00:00");

        assertThat(ledger.row("unverified_execution/u@T-1").debtSeconds()).isEqualTo(3 * HOUR);
    }

    @Test
    void aClaimDoneAgainAfterAReopeningIsAnEntryOfItsOwn() {
        ledger.opened(FALSE_CLAIM, "one@T-1", "Mon 10:00");
        ledger.ended(FALSE_CLAIM, "one@T-1", "Mon 11:00");
        ledger.opened(FALSE_CLAIM, "two@T-1", "Mon 14:00").until("Tue 00:00");

        assertThat(ledger.row("unverified_execution/one@T-1").debtSeconds()).isEqualTo(HOUR);
        assertThat(ledger.row("unverified_execution/two@T-1").debtSeconds()).isEqualTo(3 * HOUR);
        assertThat(ledger.day("Mon 12:00").debtSeconds()).isEqualTo(3 * HOUR);
    }

    @Test
    void whatEndsFasterThanTheMedianPaysTheOldestAtTheEndOfTheWeek() {
        ledger.past(HANDOFF).opened(HANDOFF, "old", "Tue+1 09:00");
        ledger.opened(HANDOFF, "young", "Wed+1 09:00");
        for (int i = 0; i < 5; i++) {
            ledger.opened(HANDOFF, "quick-" + i, "Thu+1 09:00");
            ledger.ended(HANDOFF, "quick-" + i, "Thu+1 10:00");
        }
        ledger.until("Sun+1 00:00");
        // By Saturday: old 4 days = 32 h, young 3 days = 24 h, each less 10,815 s.
        long old = 32 * HOUR - THREE_HOURS;
        long young = 24 * HOUR - THREE_HOURS;
        assertThat(ledger.day("Sat+1 12:00").debtSeconds()).isEqualTo(old + young);

        ledger.until("Mon+2 00:00");
        // Five times 7,231 - 3,600.
        long saved = 5 * (TWO_HOURS - HOUR);
        assertThat(ledger.row("delayed_handoff/old").paidSeconds()).isEqualTo(saved);
        assertThat(ledger.row("delayed_handoff/old").debtSeconds()).isEqualTo(old - saved);
        assertThat(ledger.row("delayed_handoff/young").paidSeconds()).isZero();
        assertThat(ledger.day("Sun+1 12:00").debtSeconds()).isEqualTo(old + young - saved);
    }

    @Test
    void oneSlowHandoffOutweighsFourFastOnesAndNothingIsPaid() {
        ledger.past(HANDOFF).opened(HANDOFF, "old", "Tue+1 09:00");
        for (int i = 0; i < 4; i++) {
            ledger.opened(HANDOFF, "quick-" + i, "Thu+1 09:00");
            ledger.ended(HANDOFF, "quick-" + i, "Thu+1 10:00");
        }
        // Four save 3,631 s each; the fifth takes 8 h, 21,569 s more than the median.
        ledger.opened(HANDOFF, "slow", "Thu+1 09:00").ended(HANDOFF, "slow", "Thu+1 17:00");
        ledger.until("Mon+2 00:00");

        assertThat(ledger.row("delayed_handoff/old").paidSeconds()).isZero();
    }
}
