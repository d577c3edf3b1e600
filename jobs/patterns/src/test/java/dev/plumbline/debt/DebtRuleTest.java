package dev.plumbline.debt;

import static dev.plumbline.debt.DebtFactKind.CLAIM_BROKEN;
import static dev.plumbline.debt.DebtFactKind.CLAIM_KEPT;
import static dev.plumbline.debt.DebtFactKind.WATCH_ENDED;
import static dev.plumbline.debt.DebtFactKind.WATCH_STARTED;
import static dev.plumbline.debt.EpisodeKind.FALSE_CLAIM;
import static dev.plumbline.debt.EpisodeKind.HANDOFF;
import static dev.plumbline.debt.EpisodeKind.REWORK;
import static dev.plumbline.debt.EpisodeKind.STALL;
import static dev.plumbline.debt.Ledger.HOUR;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DebtRuleTest {

    private final Ledger ledger = new Ledger();

    @Test
    void nothingIsOwedWhileNothingIsBeyondTheBaseline() {
        ledger.past(HANDOFF);
        for (int i = 0; i < 20; i++) {
            ledger.opened(HANDOFF, "h" + i, "Tue 09:00").ended(HANDOFF, "h" + i, "Tue 12:00");
        }
        ledger.until("Thu 00:00");

        assertThat(ledger.told()).isEmpty();
        assertThat(ledger.health()).allSatisfy(day -> assertThat(day.debtSeconds()).isZero());
    }

    @Test
    void nothingIsOwedBeforeThereAreThirty() {
        for (int i = 0; i < 29; i++) {
            ledger.opened(HANDOFF, "h" + i, "Mon 09:00").ended(HANDOFF, "h" + i, "Mon 10:00");
        }
        ledger.opened(HANDOFF, "early", "Tue 09:00");
        ledger.opened(HANDOFF, "h30", "Tue 09:00").ended(HANDOFF, "h30", "Tue 10:00");
        ledger.opened(HANDOFF, "in time", "Wed 09:00").until("Fri 00:00");

        assertThat(ledger.day("Tue 12:00").unjudged()).containsExactly("delayed_handoff");
        assertThat(ledger.day("Tue 12:00").handoffsUnjudged()).isTrue();
        assertThat(ledger.day("Wed 12:00").unjudged()).isEmpty();
        assertThat(ledger.rows()).containsOnlyKeys("delayed_handoff/in time");
        // An hour stands for its bucket, [3600, 3615].
        assertThat(ledger.row("delayed_handoff/in time").baselineSeconds()).isEqualTo(3_615);
    }

    @Test
    void theBaselineIsFrozenForTheDay() {
        ledger.past(HANDOFF);
        for (int i = 0; i < 100; i++) {
            ledger.opened(HANDOFF, "h" + i, "Tue 09:00").ended(HANDOFF, "h" + i, "Tue 10:00");
        }
        ledger.opened(HANDOFF, "same day", "Tue 11:00");
        ledger.opened(HANDOFF, "next day", "Wed 11:00").until("Fri 00:00");

        assertThat(ledger.row("delayed_handoff/same day").baselineSeconds()).isEqualTo(10_815);
        // 109 of 130 took an hour.
        assertThat(ledger.row("delayed_handoff/next day").baselineSeconds()).isEqualTo(3_615);
    }

    @Test
    void anEpisodeKeepsTheBaselineOfTheDayItBegan() {
        ledger.past(HANDOFF).opened(HANDOFF, "h", "Tue 09:00").until("Mon+20 00:00");

        // The past has been forgotten for weeks; the handoff has waited 99 days of 8 h since.
        assertThat(ledger.pod().history()).isEmpty();
        assertThat(ledger.row("delayed_handoff/h").baselineSeconds()).isEqualTo(10_815);
        assertThat(ledger.row("delayed_handoff/h").observedSeconds()).isEqualTo(99 * 8 * HOUR);
    }

    @Test
    void theSlopeIsWhatWasAddedInSevenDays() {
        ledger.opened(REWORK, "r", "Tue 09:00").until("Thu+1 00:00");

        assertThat(ledger.day("Mon+1 12:00").slopeSecondsPerWeek()).isNull();
        assertThat(ledger.day("Tue+1 12:00").slopeSecondsPerWeek()).isEqualTo(5 * 8 * HOUR);
        assertThat(ledger.day("Tue+1 12:00").debtSeconds()).isEqualTo(6 * 8 * HOUR);

        ledger.ended(REWORK, "r", "Thu+1 09:00").until("Sat+3 00:00");
        // Thursday: nothing, after 24 h seven days before. The last balance, Wednesday's, was 56 h.
        assertThat(ledger.day("Thu+1 12:00").slopeSecondsPerWeek()).isEqualTo(-3 * 8 * HOUR);
        assertThat(ledger.day("Wed+2 12:00").slopeSecondsPerWeek()).isEqualTo(-7 * 8 * HOUR);
        assertThat(ledger.day("Thu+2 12:00")).isNull();
    }

    @Test
    void aHandoffIsDueOnceWhenItIsTakenUpOrTooLate() {
        ledger.past(HANDOFF);
        ledger.opened(HANDOFF, "kept", "Tue 09:00").ended(HANDOFF, "kept", "Tue 13:00");
        ledger.opened(HANDOFF, "late", "Tue 09:00").ended(HANDOFF, "late", "Tue 15:00");
        ledger.opened(HANDOFF, "waits", "Tue 09:00").ended(HANDOFF, "waits", "Thu 15:00");
        ledger.opened(HANDOFF, "moved on", "Tue 09:00").released(HANDOFF, "moved on", "Tue 10:00");
        ledger.opened(HANDOFF, "moved on late", "Tue 09:00");
        ledger.released(HANDOFF, "moved on late", "Tue 16:00");
        ledger.opened(HANDOFF, "young", "Tue 15:00").ended(HANDOFF, "young", "Wed 10:00");
        ledger.until("Fri 00:00");

        assertThat(ledger.day("Tue 12:00").handoffs()).isEqualTo(new Commitments(1, 4));
        assertThat(ledger.day("Wed 12:00").handoffs()).isEqualTo(new Commitments(1, 1));
        assertThat(ledger.day("Thu 12:00").handoffs()).isEqualTo(Commitments.NONE);
    }

    @Test
    void claimsCountOnTheDayTheyAreJudged() {
        ledger.promise(CLAIM_KEPT, "c1", "Mon 10:00").promise(CLAIM_KEPT, "c2", "Mon 11:00");
        ledger.promise(CLAIM_BROKEN, "c3", "Mon 12:00").promise(CLAIM_BROKEN, "c3", "Mon 12:00");
        ledger.until("Tue 00:00");

        assertThat(ledger.day("Mon 12:00").claims()).isEqualTo(new Commitments(2, 3));
        assertThat(ledger.day("Mon 12:00").commitments().share()).isEqualTo(2.0 / 3);
    }

    @Test
    void anItemThatOughtToMoveAndIsNotStalledKeepsItsCommitmentEveryDay() {
        ledger.promise(WATCH_STARTED, "T-1", "Mon 10:00")
                .promise(WATCH_STARTED, "T-2", "Mon 10:00");
        ledger.promise(WATCH_ENDED, "T-2", "Tue 10:00");
        ledger.stalled("s@T-1", "Mon 10:00", "Wed 10:00", HOUR).ended(STALL, "s@T-1", "Thu 10:00");
        ledger.until("Sat 00:00");

        assertThat(ledger.day("Mon 12:00").flow()).isEqualTo(new Commitments(2, 2));
        assertThat(ledger.day("Tue 12:00").flow()).isEqualTo(new Commitments(2, 2));
        assertThat(ledger.day("Wed 12:00").flow()).isEqualTo(new Commitments(0, 1));
        assertThat(ledger.day("Thu 12:00").flow()).isEqualTo(new Commitments(0, 1));
        assertThat(ledger.day("Fri 12:00").flow()).isEqualTo(new Commitments(1, 1));
    }

    @Test
    void integrityIsNothingWhereNothingWasDue() {
        ledger.opened(REWORK, "r", "Mon 09:00").until("Tue 00:00");

        assertThat(ledger.day("Mon 12:00").commitments().share()).isNull();
    }

    @Test
    void whereTheClockStopsTheDayIsToldAsFarAsItHasCome() {
        ledger.opened(REWORK, "r", "Mon 09:00").endingAt("Tue 11:00");

        assertThat(ledger.day("Tue 12:00").debtSeconds()).isEqualTo(10 * HOUR);
        assertThat(ledger.day("Tue 12:00").asOf()).isEqualTo(at("Tue 11:00"));
        assertThat(ledger.row("rework/r").debtSeconds()).isEqualTo(10 * HOUR);
    }

    @Test
    void whereItStopsAtMidnightNoDayBegins() {
        ledger.opened(REWORK, "r", "Mon 09:00").endingAt("Tue 00:00");

        assertThat(ledger.health()).hasSize(1);
        assertThat(ledger.row("rework/r").asOf()).isEqualTo(at("Tue 00:00"));
    }

    @Test
    void aPodIsForgottenWhenItsPastIs() {
        ledger.past(HANDOFF).until("Tue 00:00");
        assertThat(ledger.pod().isIdle()).isFalse();
        // The week of Monday, and eight after it: the ninth Monday.
        assertThat(ledger.wakeAt()).isEqualTo(at("Mon+9 00:00"));

        ledger.until("Sun+8 23:59");
        assertThat(ledger.pod().isIdle()).isFalse();
        ledger.until("Mon+9 00:00");
        assertThat(ledger.pod().isIdle()).isTrue();
        assertThat(ledger.wakeAt()).isNull();
    }

    @Test
    void aFindingThatIsLearnedOfLateStandsSinceItWasTrue() {
        ledger.openedSince(FALSE_CLAIM, "u@T-1", "Mon 10:00", "Wed 10:00").until("Thu 00:00");

        assertThat(ledger.day("Mon 12:00")).isNull();
        assertThat(ledger.day("Wed 12:00").debtSeconds()).isEqualTo(23 * HOUR);
    }
}
