package dev.plumbline.streaming.stall;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 2 March 2026 is a Monday. */
class PriorFunctionTest {

    private static final Settings WITHOUT_END = new Settings(null, Duration.ofDays(400), null);
    private static final Stratum STRATUM =
            Stratum.of(ObjectType.WORK_ITEM, StateCategory.ACTIVE, ActorKind.HUMAN);
    private static final GapSums THREE = new GapSums(3, 12_000_000, 50_000_000);
    private static final GapSums TWO = new GapSums(2, 6_000_000, 20_000_000);

    private Rehearsal<PodGaps, DayPrior> priors;

    private Rehearsal<PodGaps, DayPrior> start(Settings settings) throws Exception {
        priors =
                new Rehearsal<>(
                        () -> new PriorFunction(settings, ZoneOffset.UTC), PodGaps::orgAndStratum);
        return priors;
    }

    @AfterEach
    void stop() throws Exception {
        priors.close();
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static PodGaps told(String pod, String date, GapSums sums) {
        return new PodGaps("acme", pod, STRATUM, day(date), sums);
    }

    private static DayPrior prior(String date, Map<String, GapSums> sums) {
        return new DayPrior(
                "acme", STRATUM, day(date), OrganisationPrior.of(sums, Patience.PEOPLE));
    }

    @Test
    void aDayRestsOnWhatCameBeforeIt() throws Exception {
        start(WITHOUT_END)
                .hears(told("red", "2026-03-02", THREE))
                .hears(told("blue", "2026-03-02", TWO))
                .hears(told("blue", "2026-03-03", THREE))
                .clockReaches(at("03T00:00").minusMillis(1));
        assertThat(priors.output()).isEmpty();

        priors.clockReaches(at("04T00:00"));
        assertThat(priors.output())
                .containsExactly(
                        prior("2026-03-03", Map.of("red", THREE, "blue", TWO)),
                        prior("2026-03-04", Map.of("red", THREE, "blue", TWO.plus(THREE))));
        assertThat(priors.output()).extracting(told -> told.prior().gaps()).containsExactly(5L, 8L);
    }

    @Test
    void gapsOfOneDayAddUpInWhateverPiecesTheyAreTold() throws Exception {
        start(WITHOUT_END)
                .hears(told("red", "2026-03-03", TWO))
                .hears(told("red", "2026-03-02", TWO))
                .hears(told("red", "2026-03-02", THREE))
                .clockReaches(at("03T12:00"));

        assertThat(priors.output())
                .containsExactly(prior("2026-03-03", Map.of("red", TWO.plus(THREE))));
    }

    @Test
    void aDayThatChangesNothingIsNotTold() throws Exception {
        start(WITHOUT_END)
                .hears(told("red", "2026-03-02", THREE))
                .hears(told("red", "2026-03-05", TWO))
                .clockReaches(at("08T00:00"));

        assertThat(priors.output())
                .extracting(DayPrior::day, told -> told.prior().gaps())
                .containsExactly(tuple(day("2026-03-03"), 3L), tuple(day("2026-03-06"), 5L));
    }

    /** The gaps of 2 March are within eight weeks of 27 April and not of 28 April. */
    @Test
    void afterEightWeeksGapsLeaveAndTheLastOnesLeaveNothingBehind() throws Exception {
        start(WITHOUT_END)
                .hears(told("red", "2026-03-02", THREE))
                .hears(told("blue", "2026-03-03", TWO))
                .clockReaches(Instant.parse("2026-04-27T12:00:00Z"));
        assertThat(priors.output()).extracting(told -> told.prior().gaps()).containsExactly(3L, 5L);

        priors.clockReaches(Instant.parse("2026-05-10T00:00:00Z"));
        assertThat(priors.output().subList(2, 4))
                .containsExactly(
                        prior("2026-04-28", Map.of("blue", TWO)),
                        new DayPrior(
                                "acme",
                                STRATUM,
                                day("2026-04-29"),
                                OrganisationPrior.coldStart(Patience.PEOPLE)));
        assertThat(priors.output()).hasSize(4);
        assertThat(priors.stateEntries()).isZero();
        assertThat(priors.timers()).isZero();
    }

    @Test
    void theClockStopsWhereItIsToldToHoweverTheStreamEnds() throws Exception {
        start(Settings.bounded(at("05T12:00")))
                .hears(told("red", "2026-03-02", THREE))
                .hears(told("red", "2026-03-05", TWO))
                .streamEnds();

        assertThat(priors.output()).extracting(DayPrior::day).containsExactly(day("2026-03-03"));
        assertThat(priors.timers()).isZero();
    }

    @Test
    void aStreamThatEndsWithoutThatTellsTheNextDayAndNoMore() throws Exception {
        start(WITHOUT_END).hears(told("red", "2026-03-02", THREE)).streamEnds();

        assertThat(priors.output()).extracting(DayPrior::day).containsExactly(day("2026-03-03"));
        assertThat(priors.timers()).isZero();
    }

    /** Ten weeks, two pods; blue pauses for nine of them, so that it is forgotten in between. */
    @Test
    void howTimePassesAndRestartsChangeNothing() throws Exception {
        List<Moment<PodGaps>> story = new ArrayList<>();
        Random random = new Random(1);
        LocalDate monday = LocalDate.parse("2026-03-02");
        for (int i = 0; i < 72; i++) {
            LocalDate date = monday.plusDays(i);
            Instant noon = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
            if (random.nextInt(3) > 0) {
                story.add(new Moment<>(noon, told("red", date.toString(), THREE)));
            }
            if (i < 2 || i > 66) {
                story.add(new Moment<>(noon, told("blue", date.toString(), TWO)));
            }
        }
        Settings settings = Settings.bounded(Instant.parse("2026-05-13T10:00:00Z"));
        List<String> told = Ways.atOnce(Ways.stage(start(settings)), story);
        assertThat(told).hasSizeBetween(40, 72);

        for (int seed = 1; seed <= 4; seed++) {
            assertThat(
                            Ways.inSteps(
                                    Ways.stage(start(settings)),
                                    story,
                                    settings.until(),
                                    Duration.ofDays(9),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start(settings);
    }
}
