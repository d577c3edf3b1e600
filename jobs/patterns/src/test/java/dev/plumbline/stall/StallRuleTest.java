package dev.plumbline.stall;

import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Without history people are borne for 24 working hours, 86 h 21 min and 552 h 51 min: 1441
 * exp(1.345362 (t - 1.812461)) - 1 minutes for t of 1.812461, 2.763769 and 4.143700 at 0.95, 0.99
 * and 0.999. The floor is 8 working hours.
 */
class StallRuleTest {

    private static final Stratum ACTIVE =
            Stratum.of(ObjectType.WORK_ITEM, StateCategory.ACTIVE, ActorKind.HUMAN);
    private static final Stratum SESSION =
            Stratum.of(ObjectType.AGENT_SESSION, StateCategory.ACTIVE, ActorKind.AGENT);
    private static final Priors COLD =
            (stratum, day) -> OrganisationPrior.coldStart(Patience.of(stratum));

    /** A quick organisation: the 95th percentile is far below the floor. */
    private static final OrganisationPrior QUICK =
            new OrganisationPrior(Math.log(31), 0.01, 0.01, 1000, 5_000);

    private StallRule rule;
    private PodWatch watch;
    private final List<Stall> rows = new ArrayList<>();

    @BeforeEach
    void setUp() {
        rule = ruledBy(COLD);
        watch = PodWatch.of("acme", "red");
    }

    private static StallRule ruledBy(Priors priors) {
        WorkCalendar calendar = WorkCalendar.standard(ZoneOffset.UTC);
        return new StallRule(new Days(ZoneOffset.UTC), calendar, priors);
    }

    private static SilentItem item(Stratum stratum, Instant since) {
        return new SilentItem(stratum, "T-1", "RED", since, "before");
    }

    private static SilenceFact silent(Stratum stratum, String since, String told) {
        return SilenceFact.silent("acme", "red", at(told), 1, item(stratum, at(since)));
    }

    private static SilenceFact ended(Stratum stratum, String since, String at, StallOutcome how) {
        SilentItem item = item(stratum, at(since));
        return SilenceFact.ended("acme", "red", at(at), 2, item, how, "after");
    }

    private void advance(Instant now, SilenceFact... facts) {
        StallStep step = rule.advance(watch, List.of(facts), now);
        watch = step.watch();
        rows.addAll(step.changed());
    }

    private void silentSinceMondayAtNine() {
        advance(at("Mon 17:00"), silent(ACTIVE, "Mon 09:00", "Mon 17:00"));
    }

    @Test
    void detectsASilenceAtTheVeryInstantItsThresholdIsReached() {
        silentSinceMondayAtNine();
        advance(at("Wed 17:00").minusMillis(1));
        assertThat(rows).isEmpty();
        assertThat(rule.wakeAt(watch)).isEqualTo(at("Wed 17:00"));
        advance(at("Wed 17:00"));
        assertThat(rows)
                .containsExactly(
                        new Stall(
                                "acme",
                                "work_item:T-1@" + at("Mon 09:00").toEpochMilli(),
                                ObjectType.WORK_ITEM,
                                "T-1",
                                "RED",
                                "red",
                                ActorKind.HUMAN,
                                StateCategory.ACTIVE,
                                at("Mon 09:00"),
                                at("Wed 17:00"),
                                null,
                                StallOutcome.OPEN,
                                Severity.WARNING,
                                24 * 3_600,
                                7_487,
                                BaselineSource.DEFAULT,
                                0,
                                24 * 3_600,
                                "before",
                                null));
    }

    @Test
    void escalatesAsTheSilenceGrowsLessProbable() {
        silentSinceMondayAtNine();
        advance(at("Fri+13 17:00"));
        assertThat(rows)
                .extracting(Stall::severity)
                .containsExactly(Severity.WARNING, Severity.HIGH, Severity.CRITICAL);
        assertThat(rows).extracting(Stall::detectedAt).containsOnly(at("Wed 17:00"));
        // ten days of 8 h and 6 h 21.0 min; 69 days and 50.8 min
        assertThat(rows.get(1).silentEffectiveSeconds()).isCloseTo(310_860, within(6L));
        assertThat(rows.get(2).silentEffectiveSeconds()).isCloseTo(1_990_246, within(30L));
        assertThat(rule.wakeAt(watch)).isNull();
    }

    @Test
    void looksAgainAtTheEndOfTheDayAndAtTheThreshold() {
        silentSinceMondayAtNine();
        assertThat(rule.wakeAt(watch)).isEqualTo(at("Tue 00:00"));
        advance(at("Tue 00:00"));
        assertThat(rule.wakeAt(watch)).isEqualTo(at("Wed 00:00"));
    }

    @Test
    void anItemThatResumesAtTheInstantOfTheThresholdIsNoStall() {
        silentSinceMondayAtNine();
        advance(at("Thu 12:00"), ended(ACTIVE, "Mon 09:00", "Wed 17:00", StallOutcome.RESUMED));
        assertThat(rows).isEmpty();
        assertThat(watch.silences()).isEmpty();
    }

    @Test
    void aStallEndsWithWhatItCost() {
        silentSinceMondayAtNine();
        advance(at("Fri 12:00"), ended(ACTIVE, "Mon 09:00", "Fri 12:00", StallOutcome.DECLARED));
        Stall stall = rows.get(1);
        assertThat(stall.outcome()).isEqualTo(StallOutcome.DECLARED);
        assertThat(stall.endedAt()).isEqualTo(at("Fri 12:00"));
        assertThat(stall.endingEvent()).isEqualTo("after");
        // 4 days of 8 h and 3 h on Friday: 35 h, 11 beyond the threshold
        assertThat(stall.silentEffectiveSeconds()).isEqualTo(35 * 3_600);
        assertThat(stall.secondsBeyondThreshold()).isEqualTo(11 * 3_600);
        assertThat(stall.secondsBeyondMedian()).isEqualTo(35 * 3_600 - 7_487);
    }

    @Test
    void anAgentIsWaitedForThroughTheNight() {
        advance(at("Sat 00:10"), silent(SESSION, "Fri 23:50", "Sat 00:05"));
        assertThat(rows).isEmpty();
        advance(at("Sat 06:00"));
        assertThat(rows.get(0).detectedAt()).isEqualTo(at("Sat 00:20"));
        assertThat(rows.get(0).thresholdSeconds()).isEqualTo(1_800);
    }

    @Test
    void aHolidayAndTheChangeOfClocksAreWaitedOut() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        WorkCalendar standard = WorkCalendar.standard(madrid);
        WorkCalendar goodFriday =
                new WorkCalendar(
                        madrid,
                        standard.days(),
                        standard.from(),
                        standard.to(),
                        Set.of(LocalDate.of(2026, 4, 3)));
        rule = new StallRule(new Days(madrid), goodFriday, COLD);
        // Clocks go forward on Sunday: Friday 1 h, Monday 8, Tuesday 8, Wednesday 7.
        assertThat(detectedWhenSilentSince("2026-03-27T16:00:00+01:00"))
                .isEqualTo(instant("2026-04-01T16:00:00+02:00"));
        // Good Friday: Thursday 1 h, Monday 8, Tuesday 8, Wednesday 7.
        assertThat(detectedWhenSilentSince("2026-04-02T16:00:00+02:00"))
                .isEqualTo(instant("2026-04-08T16:00:00+02:00"));
    }

    private Instant detectedWhenSilentSince(String since) {
        SilentItem item = item(ACTIVE, instant(since));
        Instant told = item.silentFor(8 * 3_600_000, WorkCalendar.standard(ZoneOffset.UTC));
        PodWatch fresh = PodWatch.of("acme", "red");
        SilenceFact fact = SilenceFact.silent("acme", "red", told, 1, item);
        List<Stall> found =
                rule.advance(fresh, List.of(fact), told.plusSeconds(14 * 86_400)).changed();
        return found.get(0).detectedAt();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @Test
    void aQuickPodIsWaitedForUntilTheFloorAtLeast() {
        rule = ruledBy((stratum, day) -> QUICK);
        advance(at("Mon 17:00"), silent(ACTIVE, "Mon 09:00", "Mon 17:00"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).thresholdSeconds()).isEqualTo(8 * 3_600);
        assertThat(rows.get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(rows.get(0).baseline()).isEqualTo(BaselineSource.SHRUNK);
    }

    @Test
    void aBaselineThatFallsAtTheEndOfTheDayDetectsThen() {
        long tuesday = LocalDate.of(2026, 3, 3).toEpochDay();
        rule = ruledBy((stratum, day) -> day < tuesday ? COLD.of(stratum, day) : QUICK);
        silentSinceMondayAtNine();
        advance(at("Tue 12:00"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).detectedAt()).isEqualTo(at("Tue 00:00"));
        assertThat(rows.get(0).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aBaselineThatRisesAtTheEndOfTheDayWaitsLonger() {
        OrganisationPrior slow = new OrganisationPrior(9, 0.5, 1, 50, 5_000);
        long wednesday = LocalDate.of(2026, 3, 4).toEpochDay();
        rule = ruledBy((stratum, day) -> day < wednesday ? COLD.of(stratum, day) : slow);
        silentSinceMondayAtNine();
        advance(at("Fri 17:00"));
        assertThat(rows).isEmpty();
    }

    @Test
    void gapsOfTodayDoNotRuleToday() {
        long monday = LocalDate.of(2026, 3, 2).toEpochDay();
        GapSums quick = GapSums.NONE;
        for (int gap = 0; gap < 200; gap++) {
            quick = quick.plus(GapSums.of(1_800_000 + gap * 1_000));
        }
        watch.add(ACTIVE, monday, quick);
        advance(at("Mon 18:00"), silent(ACTIVE, "Mon 09:00", "Mon 17:00"));
        assertThat(rows).isEmpty();
        advance(at("Tue 00:00"));
        assertThat(rows.get(0).baseline()).isEqualTo(BaselineSource.OWN);
        assertThat(rows.get(0).baselineN()).isEqualTo(200);
        assertThat(rows.get(0).detectedAt()).isEqualTo(at("Tue 00:00"));
    }

    @Test
    void detectsNothingBeforeItIsToldOfIt() {
        advance(at("Fri 17:00"), silent(ACTIVE, "Mon 09:00", "Fri 10:00"));
        assertThat(rows.get(0).detectedAt()).isEqualTo(at("Fri 10:00"));
    }

    @Test
    void longSilencesDoNotMakeThePodsGapsLookLongerAndLonger() {
        long sunday = LocalDate.of(2026, 3, 1).toEpochDay();
        GapSums usual = new GapSums(50, 250_000_000, 1_299_000_000);
        watch.add(ACTIVE, sunday, usual);
        silentSinceMondayAtNine();
        advance(at("Wed+2 12:00"));
        StallThresholds later = watch.thresholds().get(ACTIVE.key());
        advance(at("Wed+4 12:00"));
        assertThat(watch.thresholds().get(ACTIVE.key())).isEqualTo(later);
    }

    @Test
    void forgetsGapsAfterEightWeeksAndThePodWithThem() {
        watch.add(ACTIVE, LocalDate.of(2026, 3, 2).toEpochDay(), GapSums.of(60_000));
        // Monday 2 March and 57 days: the first day whose eight weeks do not contain it
        Instant over = Instant.parse("2026-04-28T00:00:00Z");
        assertThat(rule.wakeAt(watch)).isEqualTo(over);
        advance(over.minusMillis(1));
        assertThat(watch.isIdle()).isFalse();
        advance(over);
        assertThat(watch.isIdle()).isTrue();
        assertThat(rule.wakeAt(watch)).isNull();
    }
}
