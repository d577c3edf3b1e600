package dev.plumbline.streaming.debt;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.debt.DebtEntry;
import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.DebtFactKind;
import dev.plumbline.debt.EpisodeKind;
import dev.plumbline.debt.PodHealth;
import dev.plumbline.directory.Directory;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rework of agents: every second of it is lost, by the clock on the wall. 2 March is a Monday. */
class DebtFunctionTest {

    private static final long HOUR = 3600;

    private Rehearsal<DebtFact, PodHealth> ledger;

    private Rehearsal<DebtFact, PodHealth> start(Settings settings) throws Exception {
        ledger =
                new Rehearsal<>(
                        () -> new DebtFunction(settings, Directory.empty()), DebtFunction::key);
        return ledger;
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
    }

    private static DebtFact rework(DebtFactKind kind, String item, String moment) {
        return rework(kind, item, at(moment));
    }

    private static DebtFact rework(DebtFactKind kind, String item, Instant moment) {
        EpisodeKind episode = EpisodeKind.REWORK;
        return DebtFact.of(
                "acme", "red", kind, moment, 0, "work_item", item, episode, item, moment, true);
    }

    private List<DebtEntry> entries() {
        return ledger.sideOutput(DebtFunction.ENTRIES);
    }

    @Test
    void daysCloseWithTheClockWhateverOrderFactsComeIn() throws Exception {
        start(Settings.bounded(at("04T12:00")))
                .hears(rework(DebtFactKind.ENDED, "T-1", "03T10:00"))
                .hears(rework(DebtFactKind.OPENED, "T-2", "03T20:00"))
                .hears(rework(DebtFactKind.OPENED, "T-1", "02T20:00"))
                .streamEnds();

        // Monday 4 h of T-1; Tuesday 4 h of T-2; Wednesday noon 16 h of it.
        assertThat(ledger.output())
                .extracting(PodHealth::day, PodHealth::asOf, PodHealth::debtSeconds)
                .containsExactly(
                        tuple(at("02T00:00"), at("03T00:00"), 4 * HOUR),
                        tuple(at("03T00:00"), at("04T00:00"), 4 * HOUR),
                        tuple(at("04T00:00"), at("04T12:00"), 16 * HOUR));
        assertThat(entries())
                .extracting(DebtEntry::objectId, DebtEntry::closedAt, DebtEntry::debtSeconds)
                .containsExactly(
                        tuple("T-1", at("03T10:00"), 14 * HOUR), tuple("T-2", null, 16 * HOUR));
        assertThat(ledger.stateEntries()).isZero();
    }

    @Test
    void aJobThatNeverEndsTellsWhatIsOpenAtTheEndOfEachDay() throws Exception {
        start(Settings.live(Duration.ofMinutes(5)))
                .hears(rework(DebtFactKind.OPENED, "T-1", "02T20:00"))
                .clockReaches(at("04T00:00"));

        assertThat(entries())
                .extracting(DebtEntry::asOf, DebtEntry::debtSeconds)
                .containsExactly(tuple(at("03T00:00"), 4 * HOUR), tuple(at("04T00:00"), 28 * HOUR));
    }

    @Test
    void aRestartChangesNothing() throws Exception {
        start(Settings.bounded(at("05T00:00")))
                .hears(rework(DebtFactKind.OPENED, "T-1", "02T20:00"))
                .hears(rework(DebtFactKind.ENDED, "T-1", "04T08:00"))
                .clockReaches(at("03T12:00"))
                .restarts()
                .streamEnds();

        assertThat(ledger.output())
                .extracting(PodHealth::day, PodHealth::debtSeconds)
                .containsExactly(tuple(at("03T00:00"), 28 * HOUR), tuple(at("04T00:00"), 0L));
        assertThat(entries()).extracting(DebtEntry::debtSeconds).containsExactly(36 * HOUR);
    }

    @Test
    void aPodIsEvictedAWeekAfterItLastOwed() throws Exception {
        start(new Settings(null, Duration.ofDays(400), null))
                .hears(rework(DebtFactKind.OPENED, "T-1", "02T20:00"))
                .hears(rework(DebtFactKind.ENDED, "T-1", "03T10:00"))
                .clockReaches(at("09T23:59"));
        // Owed on Monday night: Monday's balance is one of the last seven until the next is over.
        assertThat(ledger.stateEntries()).isEqualTo(1);

        ledger.clockReaches(at("10T00:00"));
        assertThat(ledger.stateEntries()).isZero();
        assertThat(ledger.timers()).isZero();
        assertThat(ledger.output()).hasSize(8);
        assertThat(ledger.output().get(7).slopeSecondsPerWeek()).isEqualTo(-4 * HOUR);
    }

    @Test
    void aPodThatWasEvictedAndOneThatWasNotGiveTheSameAnswer() throws Exception {
        Settings settings = Settings.bounded(at("30T00:00"));
        start(settings).hears(rework(DebtFactKind.OPENED, "T-1", "02T20:00"));
        ledger.hears(rework(DebtFactKind.ENDED, "T-1", "03T10:00"));
        ledger.hears(rework(DebtFactKind.OPENED, "T-2", "20T20:00")).streamEnds();
        List<PodHealth> atOnce = ledger.output();
        ledger.close();

        start(settings).hears(rework(DebtFactKind.OPENED, "T-1", "02T20:00"));
        ledger.hears(rework(DebtFactKind.ENDED, "T-1", "03T10:00")).clockReaches(at("15T00:00"));
        assertThat(ledger.stateEntries()).isZero();
        ledger.hears(rework(DebtFactKind.OPENED, "T-2", "20T20:00")).streamEnds();
        assertThat(ledger.output()).isEqualTo(atOnce);
        assertThat(atOnce.get(8).slopeSecondsPerWeek()).isNull();
    }

    @Test
    void theOpenRowsOfADaySumToItsBalance() throws Exception {
        start(Settings.live(Duration.ofMinutes(5)));
        for (int i = 0; i < 40; i++) {
            Instant opened = at("02T00:00").plusSeconds(i * 17_321L);
            ledger.hears(rework(DebtFactKind.OPENED, "T-" + i, opened));
            ledger.hears(rework(DebtFactKind.ENDED, "T-" + i, opened.plusSeconds(i * 5_003L)));
        }
        ledger.clockReaches(at("20T00:00"));

        List<PodHealth> days = new ArrayList<>(ledger.output());
        assertThat(days).hasSizeGreaterThan(9);
        for (PodHealth day : days) {
            long sum =
                    entries().stream()
                            .filter(e -> e.closedAt() == null && e.asOf().equals(day.asOf()))
                            .mapToLong(DebtEntry::debtSeconds)
                            .sum();
            assertThat(sum).isEqualTo(day.debtSeconds());
        }
        assertThat(days).anyMatch(day -> day.debtSeconds() > 100_000);
    }
}
