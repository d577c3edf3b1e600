package dev.plumbline.streaming.stall;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriorFunctionTest {

    private static final Stratum STRATUM =
            Stratum.of(ObjectType.WORK_ITEM, StateCategory.ACTIVE, ActorKind.HUMAN);
    private static final GapSums THREE = new GapSums(3, 12_000_000, 50_000_000);
    private static final GapSums TWO = new GapSums(2, 6_000_000, 20_000_000);

    private Rehearsal<PodGaps, DayPrior> priors;

    @BeforeEach
    void start() throws Exception {
        priors = new Rehearsal<>(() -> new PriorFunction(ZoneOffset.UTC), PodGaps::orgAndStratum);
    }

    @AfterEach
    void stop() throws Exception {
        priors.close();
    }

    private static long day(String ofMarch) {
        return LocalDate.parse("2026-03-" + ofMarch).toEpochDay();
    }

    private static PodGaps told(String pod, String day, GapSums sums) {
        return new PodGaps("acme", pod, STRATUM, day(day), sums);
    }

    @Test
    void whatThePodsHaveInCommonIsToldAtTheBeginningOfTheDay() throws Exception {
        priors.hears(told("red", "03", THREE)).hears(told("blue", "03", TWO));
        priors.clockReaches(at("03T00:00").minusMillis(1));
        assertThat(priors.output()).isEmpty();

        priors.clockReaches(at("03T00:00"));
        OrganisationPrior both =
                OrganisationPrior.of(Map.of("red", THREE, "blue", TWO), Patience.PEOPLE);
        assertThat(both.gaps()).isEqualTo(5);
        assertThat(priors.output()).containsExactly(new DayPrior("acme", STRATUM, day("03"), both));
        assertThat(priors.timers()).isZero();
    }

    @Test
    void whatIsToldOfALaterDayIsNotUsedEarlier() throws Exception {
        priors.hears(told("red", "04", TWO)).hears(told("red", "03", THREE));
        priors.clockReaches(at("06T00:00"));

        assertThat(priors.output())
                .extracting(DayPrior::day, told -> told.prior().gaps())
                .containsExactly(tuple(day("03"), 3L), tuple(day("04"), 2L));
    }

    @Test
    void aPodThatSaysNothingMoreCountsWithWhatItSaidLast() throws Exception {
        priors.hears(told("red", "03", THREE))
                .hears(told("blue", "03", TWO))
                .hears(told("blue", "04", THREE))
                .clockReaches(at("04T00:00"));

        assertThat(priors.output()).extracting(told -> told.prior().gaps()).containsExactly(5L, 6L);
    }

    @Test
    void aPodWithoutGapsLeavesAndTheLastOneLeavesNothingBehind() throws Exception {
        priors.hears(told("red", "03", THREE))
                .hears(told("blue", "03", TWO))
                .hears(told("red", "04", GapSums.NONE))
                .hears(told("blue", "05", GapSums.NONE))
                .clockReaches(at("04T12:00"));
        assertThat(priors.stateEntries()).isEqualTo(2);

        priors.clockReaches(at("05T00:00"));
        assertThat(priors.output())
                .extracting(DayPrior::prior)
                .last()
                .isEqualTo(OrganisationPrior.coldStart(Patience.PEOPLE));
        assertThat(priors.stateEntries()).isZero();
        assertThat(priors.timers()).isZero();
    }

    @Test
    void howTimePassesAndRestartsChangeNothing() throws Exception {
        List<Moment<PodGaps>> story = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 3; i < 28; i++) {
            String day = "%02d".formatted(i);
            for (String pod : List.of("red", "blue", "green")) {
                if (random.nextInt(3) > 0) {
                    GapSums sums = new GapSums(random.nextInt(4), 9_000_000, 40_000_000);
                    story.add(new Moment<>(at(day + "T00:00"), told(pod, day, sums)));
                }
            }
        }
        List<String> told = Ways.atOnce(Ways.stage(priors), story);
        assertThat(told).hasSizeGreaterThan(20);
        for (int seed = 1; seed <= 4; seed++) {
            start();
            assertThat(
                            Ways.inSteps(
                                    Ways.stage(priors),
                                    story,
                                    at("28T00:00"),
                                    Duration.ofDays(4),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start();
    }
}
