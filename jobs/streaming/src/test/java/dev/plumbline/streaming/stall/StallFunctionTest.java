package dev.plumbline.streaming.stall;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import dev.plumbline.stall.Severity;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.SilentItem;
import dev.plumbline.stall.Stall;
import dev.plumbline.stall.StallOutcome;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.BroadcastRehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions of agents: told after 15 minutes, and without any history stalled after 30. */
class StallFunctionTest {

    private static final Settings WITHOUT_END = new Settings(null, Duration.ofDays(400), null);
    private static final Stratum STRATUM =
            Stratum.of(ObjectType.AGENT_SESSION, StateCategory.ACTIVE, ActorKind.AGENT);

    /** Pods whose gaps are ten hours or so: nothing is a stall before that. */
    private static final OrganisationPrior SLOW =
            new OrganisationPrior(GapSums.logMinutes(600 * 60_000.0), 0.1, 0.1, 10, 100);

    private BroadcastRehearsal<StallNews, DayPrior, Stall> stalls;

    private BroadcastRehearsal<StallNews, DayPrior, Stall> start(Settings settings)
            throws Exception {
        stalls =
                new BroadcastRehearsal<>(
                        () -> new StallFunction(settings, Directory.empty()),
                        StallNews::key,
                        StallFunction.PRIORS);
        return stalls;
    }

    @AfterEach
    void stop() throws Exception {
        stalls.close();
    }

    private static SilentItem item(String id, Instant since) {
        return new SilentItem(STRATUM, id, null, since, "last");
    }

    private static StallNews silent(String pod, String id, Instant since) {
        Instant floor = since.plus(Duration.ofMinutes(15));
        return StallNews.of(SilenceFact.silent("acme", pod, floor, 1, item(id, since)));
    }

    private static StallNews silent(String id, String since) {
        return silent("red", id, at(since));
    }

    private static StallNews over(String pod, String id, Instant since, Instant end) {
        return StallNews.of(
                SilenceFact.ended(
                        "acme", pod, end, 2, item(id, since), StallOutcome.RESUMED, "next"));
    }

    private static StallNews over(String id, String since, String end) {
        return over("red", id, at(since), at(end));
    }

    private static StallNews gaps(String pod, String day, int count) {
        GapSums sums = GapSums.NONE;
        for (int i = 0; i < count; i++) {
            sums = sums.plus(GapSums.of((i + 1) * 60_000L));
        }
        return StallNews.of(new PodGaps("acme", pod, STRATUM, day(day), sums));
    }

    private static DayPrior prior(String day, OrganisationPrior prior) {
        return new DayPrior("acme", STRATUM, day(day), prior);
    }

    private static long day(String ofMarch) {
        return LocalDate.parse("2026-03-" + ofMarch).toEpochDay();
    }

    private List<PodFact> facts() {
        return stalls.sideOutput(StallFunction.FACTS);
    }

    @Test
    void aSilenceThatLastsIsAStallAtItsThresholdAndItsPodHearsOfItThen() throws Exception {
        start(WITHOUT_END)
                .hears(silent("S-1", "02T10:00"))
                .clockReaches(at("02T10:30").minusSeconds(1));
        assertThat(stalls.output()).isEmpty();

        stalls.clockReaches(at("02T10:31"));
        assertThat(stalls.output())
                .extracting(Stall::detectedAt, Stall::severity, Stall::thresholdSeconds)
                .containsExactly(tuple(at("02T10:30"), Severity.WARNING, 1800L));
        assertThat(facts())
                .extracting(PodFact::kind, PodFact::at, PodFact::item, PodFact::subject)
                .containsExactly(
                        tuple(
                                PodFactKind.STALL_OPENED,
                                at("02T10:30"),
                                "agent_session:S-1",
                                stalls.output().get(0).id()));
    }

    @Test
    void anEndIsToldWithItAndAStallThatOnlyGrowsWorseIsNotToldThePodAgain() throws Exception {
        start(WITHOUT_END)
                .hears(over("S-1", "02T10:00", "03T09:00"))
                .hears(silent("S-1", "02T10:00"))
                .clockReaches(at("03T12:00"));

        assertThat(stalls.output())
                .extracting(Stall::severity, Stall::outcome)
                .containsExactly(
                        tuple(Severity.WARNING, StallOutcome.OPEN),
                        tuple(Severity.HIGH, StallOutcome.OPEN),
                        tuple(Severity.CRITICAL, StallOutcome.OPEN),
                        tuple(Severity.CRITICAL, StallOutcome.RESUMED));
        assertThat(facts())
                .extracting(PodFact::kind, PodFact::at)
                .containsExactly(
                        tuple(PodFactKind.STALL_OPENED, at("02T10:30")),
                        tuple(PodFactKind.STALL_ENDED, at("03T09:00")));
        assertThat(stalls.stateEntries()).isZero();
        assertThat(stalls.timers()).isZero();
    }

    @Test
    void aSilenceThatEndsBeforeItsThresholdIsNone() throws Exception {
        start(WITHOUT_END)
                .hears(silent("S-1", "02T10:00"))
                .hears(over("S-1", "02T10:00", "02T10:29"))
                .clockReaches(at("05T00:00"));

        assertThat(stalls.output()).isEmpty();
        assertThat(facts()).isEmpty();
        assertThat(stalls.stateEntries()).isZero();
    }

    @Test
    void thePriorOfTomorrowIsInForceTomorrow() throws Exception {
        start(WITHOUT_END)
                .isTold(prior("03", SLOW))
                .hears(silent("S-1", "02T10:00"))
                .hears(silent("S-2", "03T10:00"))
                .hears(over("S-1", "02T10:00", "02T11:00"))
                .clockReaches(at("03T13:00"));

        assertThat(stalls.output())
                .filteredOn(stall -> stall.outcome() == StallOutcome.OPEN)
                .extracting(Stall::objectId, Stall::detectedAt)
                .containsExactly(tuple("S-1", at("02T10:30")));
    }

    @Test
    void thePriorOfADayIsRememberedUntilTheNextOneIsInForce() throws Exception {
        OrganisationPrior cold = OrganisationPrior.coldStart(Patience.AGENTS);
        start(WITHOUT_END)
                .isTold(prior("03", SLOW))
                .clockReaches(at("05T09:00"))
                .isTold(prior("06", cold))
                .hears(silent("S-1", "05T10:00"))
                .hears(silent("S-2", "06T10:00"))
                .restarts()
                .clockReaches(at("06T10:35"));

        assertThat(stalls.output())
                .extracting(Stall::objectId, Stall::detectedAt)
                .contains(tuple("S-2", at("06T10:30")))
                .doesNotContain(tuple("S-1", at("05T10:30")));
    }

    @Test
    void theClockStopsWhereItIsToldTo() throws Exception {
        start(Settings.bounded(at("02T10:29"))).hears(silent("S-1", "02T10:00")).streamEnds();
        assertThat(stalls.output()).isEmpty();
        assertThat(stalls.timers()).isZero();
        stop();

        start(Settings.bounded(at("02T10:30"))).hears(silent("S-1", "02T10:00")).streamEnds();
        assertThat(stalls.output()).hasSize(1);
        assertThat(stalls.timers()).isZero();
    }

    @Test
    void aStreamThatEndsWithoutThatEnds() throws Exception {
        start(WITHOUT_END)
                .hears(gaps("red", "02", 3))
                .hears(silent("S-1", "02T10:00"))
                .hears(silent("S-2", "02T12:00"))
                .streamEnds();

        assertThat(stalls.timers()).isZero();
        assertThat(stalls.output()).allMatch(stall -> !stall.detectedAt().isAfter(at("02T12:15")));
    }

    @Test
    void aPodWhoseGapsAreOldIsForgotten() throws Exception {
        start(WITHOUT_END).hears(gaps("red", "02", 3)).clockReaches(at("31T00:00"));
        assertThat(stalls.stateEntries()).isEqualTo(1);

        stalls.clockReaches(Instant.parse("2026-04-27T23:59:00Z"));
        assertThat(stalls.stateEntries()).isEqualTo(1);
        stalls.clockReaches(Instant.parse("2026-04-28T00:00:00Z"));
        assertThat(stalls.stateEntries()).isZero();
        assertThat(stalls.timers()).isZero();
    }

    /** Three weeks of two pods, with gaps on most days, a prior on most and silences of any age. */
    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<Object>> story = new ArrayList<>();
        Random random = new Random(6);
        for (int i = 2; i < 24; i++) {
            String day = "%02d".formatted(i);
            for (String pod : List.of("red", "blue")) {
                if (random.nextInt(3) > 0) {
                    story.add(new Moment<>(at(day + "T12:00"), gaps(pod, day, random.nextInt(5))));
                }
            }
            if (random.nextInt(3) > 0) {
                GapSums sums = GapSums.of((1 + random.nextInt(600)) * 60_000L);
                OrganisationPrior learned =
                        OrganisationPrior.of(Map.of("green", sums.plus(sums)), Patience.AGENTS);
                story.add(new Moment<>(at(day + "T00:00"), prior(day, learned)));
            }
        }
        for (int i = 0; i < 60; i++) {
            String pod = random.nextBoolean() ? "red" : "blue";
            Instant since = at("02T00:00").plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
            Instant floor = since.plus(Duration.ofMinutes(15));
            Instant end =
                    floor.plus(Duration.ofMinutes(1 + random.nextInt(1 + 40 * random.nextInt(90))));
            story.add(new Moment<>(floor, silent(pod, "S-" + i, since)));
            story.add(new Moment<>(end, over(pod, "S-" + i, since, end)));
        }
        Settings settings = Settings.bounded(at("24T09:00"));
        story.removeIf(moment -> moment.at().isAfter(settings.until()));
        List<String> told = Ways.atOnce(stage(settings), story);
        assertThat(told)
                .anyMatch(stall -> stall.contains("baseline=SHRUNK"))
                .anyMatch(stall -> stall.contains("severity=HIGH"))
                .anyMatch(stall -> stall.contains("pod=blue"));
        for (int seed = 1; seed <= 6; seed++) {
            assertThat(
                            Ways.inSteps(
                                    stage(settings),
                                    story,
                                    settings.until(),
                                    Duration.ofHours(3L * seed * seed),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start(settings);
    }

    private Ways.Stage<Object> stage(Settings settings) throws Exception {
        return Ways.stage(start(settings), StallNews.class, DayPrior.class, StallFunction.FACTS);
    }
}
