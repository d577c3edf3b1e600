package dev.plumbline.streaming.stall;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.stall.GapSums;
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
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days are told as "2026-03-02", a Monday. */
class TrailingGapsFunctionTest {

    private static final Settings WITHOUT_END = new Settings(null, Duration.ofDays(400), null);
    private static final Stratum STRATUM =
            Stratum.of(ObjectType.WORK_ITEM, StateCategory.ACTIVE, ActorKind.HUMAN);

    private Rehearsal<PodGaps, PodGaps> gaps;

    private Rehearsal<PodGaps, PodGaps> start(Settings settings) throws Exception {
        gaps =
                new Rehearsal<>(
                        () -> new TrailingGapsFunction(settings, ZoneOffset.UTC),
                        PodGaps::podAndStratum);
        return gaps;
    }

    @AfterEach
    void stop() throws Exception {
        gaps.close();
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static PodGaps on(String pod, String date, long n, long sum, long squares) {
        return new PodGaps("acme", pod, STRATUM, day(date), new GapSums(n, sum, squares));
    }

    private static PodGaps on(String date, long n, long sum, long squares) {
        return on("red", date, n, sum, squares);
    }

    @Test
    void aDayIsToldAtItsBeginningWithWhatCameBeforeIt() throws Exception {
        start(WITHOUT_END)
                .hears(on("2026-03-02", 1, 5, 25))
                .hears(on("2026-03-02", 2, 7, 49))
                .hears(on("2026-03-03", 1, 1, 1))
                .clockReaches(at("03T00:00").minusMillis(1));
        assertThat(gaps.output()).isEmpty();

        gaps.clockReaches(at("04T00:00"));
        assertThat(gaps.output())
                .containsExactly(on("2026-03-03", 3, 12, 74), on("2026-03-04", 4, 13, 75));
    }

    @Test
    void eachDayOfAJumpIsToldOnce() throws Exception {
        start(WITHOUT_END).hears(on("2026-03-02", 1, 5, 25)).clockReaches(at("05T12:00"));

        assertThat(gaps.output())
                .extracting(PodGaps::day, told -> told.sums().n())
                .containsExactly(
                        tuple(day("2026-03-03"), 1L),
                        tuple(day("2026-03-04"), 1L),
                        tuple(day("2026-03-05"), 1L));
    }

    /** The gap of 2 March is within eight weeks of 27 April and not of 28 April. */
    @Test
    void afterEightWeeksNothingIsToldOnceAndNothingIsLeft() throws Exception {
        start(WITHOUT_END)
                .hears(on("2026-03-02", 1, 5, 25))
                .clockReaches(Instant.parse("2026-04-27T12:00:00Z"));
        assertThat(gaps.output()).hasSize(56);
        assertThat(gaps.output().get(55)).isEqualTo(on("2026-04-27", 1, 5, 25));

        gaps.clockReaches(Instant.parse("2026-05-10T00:00:00Z"));
        assertThat(gaps.output()).hasSize(57);
        assertThat(gaps.output().get(56)).isEqualTo(on("2026-04-28", 0, 0, 0));
        assertThat(gaps.stateEntries()).isZero();
        assertThat(gaps.timers()).isZero();
    }

    @Test
    void theClockStopsWhereItIsToldToHoweverTheStreamEnds() throws Exception {
        start(Settings.bounded(at("05T12:00"))).hears(on("2026-03-02", 1, 5, 25)).streamEnds();

        assertThat(gaps.output())
                .extracting(PodGaps::day)
                .containsExactly(day("2026-03-03"), day("2026-03-04"), day("2026-03-05"));
        assertThat(gaps.timers()).isZero();
    }

    @Test
    void aStreamThatEndsWithoutThatTellsTheNextDayAndNoMore() throws Exception {
        start(WITHOUT_END).hears(on("2026-03-02", 1, 5, 25)).streamEnds();

        assertThat(gaps.output()).extracting(PodGaps::day).containsExactly(day("2026-03-03"));
        assertThat(gaps.timers()).isZero();
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
                story.add(new Moment<>(noon, on("red", date.toString(), 1, i, i)));
            }
            if (i < 2 || i > 66) {
                story.add(new Moment<>(noon, on("blue", date.toString(), 2, i, i)));
            }
        }
        Settings settings = Settings.bounded(Instant.parse("2026-05-13T10:00:00Z"));
        List<String> told = Ways.atOnce(Ways.stage(start(settings)), story);
        assertThat(told)
                .filteredOn(row -> row.contains("pod=blue"))
                .as("57 days, one of nothing, and those after the second beginning")
                .hasSize(58 + 5);

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
