package dev.plumbline.streaming.pod;

import static dev.plumbline.streaming.Told.ANA;
import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.pod.Metric;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.pod.Split;
import dev.plumbline.source.GapClock;
import dev.plumbline.source.SilenceOutcome;
import dev.plumbline.source.SilentSource;
import dev.plumbline.streaming.BroadcastRehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Ways;
import dev.plumbline.streaming.Ways.Moment;
import dev.plumbline.time.Grain;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodFunctionTest {

    private static final Settings TO_WEDNESDAY_NOON = Settings.bounded(at("04T12:00"));
    private static final Settings LIVE = Settings.live(Duration.ofHours(1));
    private static final Settings WITHOUT_END = new Settings(null, Duration.ofDays(400), null);

    private BroadcastRehearsal<PodFact, PodTidings, MetricRow> pod;

    private BroadcastRehearsal<PodFact, PodTidings, MetricRow> start(Settings settings)
            throws Exception {
        pod =
                new BroadcastRehearsal<>(
                        () -> new PodFunction(settings, Directory.empty()),
                        PodFunction::key,
                        PodFunction.SILENCES,
                        PodFunction.VIEWS);
        return pod;
    }

    @AfterEach
    void stop() throws Exception {
        pod.close();
    }

    private static PodFact fact(PodFactKind kind, String item, String moment) {
        Instant at = at(moment);
        return new PodFact(
                "acme",
                "red",
                kind,
                at,
                item,
                0,
                item,
                ActorKind.HUMAN,
                "ana",
                at,
                null,
                false,
                null,
                null);
    }

    private static PodFact started(String item, String moment) {
        return fact(PodFactKind.PROGRESS_ENTERED, item, moment);
    }

    private static PodFact left(String item, String moment) {
        return fact(PodFactKind.PROGRESS_LEFT, item, moment);
    }

    private List<MetricRow> workInProgress(Grain grain) {
        return pod.output().stream()
                .filter(row -> row.metric() == Metric.WIP && row.split() == Split.ALL)
                .filter(row -> row.grain() == grain)
                .toList();
    }

    private List<Double> figures(Grain grain) {
        return workInProgress(grain).stream().map(row -> row.measure().value()).toList();
    }

    @Test
    void factsCountInTheOrderTheyHappened() throws Exception {
        start(TO_WEDNESDAY_NOON)
                .hears(left("T-1", "02T12:00"))
                .hears(started("T-2", "02T11:00"))
                .hears(started("T-1", "02T10:00"))
                .clockReaches(at("03T00:00"));

        assertThat(figures(Grain.DAY)).containsExactly(1.0);
    }

    @Test
    void theClockAloneClosesQuietDays() throws Exception {
        start(LIVE).hears(started("T-1", "02T10:00")).clockReaches(at("04T00:00"));

        List<Instant> closed =
                workInProgress(Grain.DAY).stream()
                        .filter(row -> row.asOf().equals(row.windowEnd()))
                        .map(MetricRow::windowStart)
                        .toList();
        assertThat(closed).containsExactly(at("02T00:00"), at("03T00:00"));
    }

    @Test
    void theSameWindowsCloseHoweverFarTheClockJumps() throws Exception {
        start(WITHOUT_END).hears(started("T-1", "02T10:00")).hears(left("T-1", "05T10:00"));
        pod.clockReaches(at("20T00:00"));
        List<MetricRow> atOnce = pod.output();
        pod.close();

        start(WITHOUT_END).hears(started("T-1", "02T10:00"));
        for (int day = 3; day < 6; day++) {
            pod.clockReaches(at("%02dT03:00".formatted(day)));
        }
        pod.hears(left("T-1", "05T10:00"));
        for (int day = 6; day < 21; day++) {
            pod.clockReaches(at("%02dT00:00".formatted(day)));
        }

        assertThat(pod.output()).isEqualTo(atOnce).isNotEmpty();
    }

    @Test
    void whereTheClockStopsTheOpenDayAndWeekAreReportedAsOfThen() throws Exception {
        start(TO_WEDNESDAY_NOON)
                .hears(started("T-1", "02T10:00"))
                .hears(started("T-2", "04T12:00"))
                .streamEnds();

        assertThat(figures(Grain.DAY)).containsExactly(1.0, 1.0, 2.0);
        assertThat(figures(Grain.WEEK)).containsExactly(2.0);
        MetricRow week = workInProgress(Grain.WEEK).get(0);
        assertThat(week.windowEnd()).isEqualTo(at("09T00:00"));
        assertThat(week.asOf()).isEqualTo(at("04T12:00"));
        assertThat(pod.timers()).isZero();
        assertThat(pod.stateEntries()).isZero();
    }

    @Test
    void aClockThatStopsAtMidnightReportsTheDayThatEndsThereAndNoOther() throws Exception {
        start(Settings.bounded(at("04T00:00"))).hears(started("T-1", "02T10:00")).streamEnds();

        assertThat(workInProgress(Grain.DAY))
                .extracting(MetricRow::windowEnd)
                .containsExactly(at("03T00:00"), at("04T00:00"));
        assertThat(workInProgress(Grain.WEEK))
                .extracting(MetricRow::asOf)
                .containsExactly(at("04T00:00"));
    }

    @Test
    void aStreamThatEndsWithoutAnInstantToStopAtDoesNotCountDaysForEver() throws Exception {
        start(WITHOUT_END).hears(started("T-1", "02T10:00")).streamEnds();

        assertThat(figures(Grain.DAY)).containsExactly(1.0);
        assertThat(pod.timers()).isZero();
    }

    @Test
    void anIdlePodIsForgottenWithItsWeek() throws Exception {
        start(LIVE)
                .hears(started("T-1", "02T10:00"))
                .hears(left("T-1", "02T12:00"))
                .clockReaches(at("08T23:00"));
        assertThat(pod.stateEntries()).isEqualTo(1);

        pod.clockReaches(at("09T00:00"));

        assertThat(figures(Grain.WEEK)).last().isEqualTo(0.0);
        assertThat(pod.stateEntries()).isZero();
        assertThat(pod.timers()).isZero();
    }

    @Test
    void aRestartInTheMiddleChangesNothing() throws Exception {
        start(WITHOUT_END)
                .hears(started("T-1", "02T10:00"))
                .hears(started("T-2", "03T10:00"))
                .clockReaches(at("03T00:00"))
                .restarts()
                .hears(left("T-1", "03T11:00"))
                .clockReaches(at("04T00:00"));

        assertThat(figures(Grain.DAY)).containsExactly(1.0);
    }

    @Test
    void aLivePodIsPublishedAtTheNextHourAndAgainWhenItsDayCloses() throws Exception {
        start(LIVE).hears(started("T-1", "02T10:10")).clockReaches(at("02T10:59"));
        assertThat(pod.output()).isEmpty();

        pod.clockReaches(at("02T11:00"));
        assertThat(workInProgress(Grain.DAY))
                .extracting(MetricRow::asOf)
                .containsExactly(at("02T11:00"));
    }

    private static PodFact heard(String moment, String container) {
        return PracticeFacts.heard("acme", "red", at(moment), container);
    }

    private static PodTidings silence(String org, String container, String from, String to) {
        return PodTidings.of(
                new SilentSource(
                        org,
                        "jira",
                        container,
                        at(from),
                        at(from).plus(Duration.ofHours(1)),
                        to == null ? null : at(to),
                        to == null ? SilenceOutcome.OPEN : SilenceOutcome.HEARD,
                        GapClock.ELAPSED,
                        3600));
    }

    private List<Double> completeness(Grain grain) {
        return workInProgress(grain).stream().map(MetricRow::completeness).toList();
    }

    /**
     * Twelve hours of Monday, all of Tuesday and none of Wednesday; not of blue's other project.
     */
    @Test
    void aRowSaysHowMuchOfItsDayWasSeen() throws Exception {
        start(WITHOUT_END)
                .hears(heard("02T00:00", "jira:PAY"))
                .hears(started("T-1", "02T10:00"))
                .isTold(silence("acme", "jira:PAY", "02T12:00", null))
                .isTold(silence("acme", "jira:OPS", "02T12:00", null))
                .clockReaches(at("04T00:00"))
                .isTold(silence("acme", "jira:PAY", "02T12:00", "04T00:00"))
                .clockReaches(at("05T00:00"));

        assertThat(completeness(Grain.DAY)).containsExactly(0.5, 0.0, 1.0);
    }

    @Test
    void theSilenceOfAnotherOrganisationIsNotItsOwn() throws Exception {
        start(WITHOUT_END)
                .hears(heard("02T00:00", "jira:PAY"))
                .hears(started("T-1", "02T10:00"))
                .isTold(silence("acme", "jira:PAY", "02T12:00", null))
                .isTold(silence("other", "jira:PAY", "02T12:00", "02T13:00"))
                .clockReaches(at("03T00:00"));

        assertThat(completeness(Grain.DAY)).containsExactly(0.5);
    }

    /** The builds are silent from Monday noon: jira:PAY, whose work is claimed, is heard. */
    @Test
    void aBlindServerOfBuildsShowsInWhatRestsOnEvidence() throws Exception {
        start(WITHOUT_END)
                .hears(heard("02T00:00", "jira:PAY"))
                .hears(PracticeFacts.evidenceHeard("acme", "red", at("02T00:00"), "jenkins:pay"))
                .hears(started("T-1", "02T10:00"))
                .hears(PracticeFacts.claim("acme", "red", at("02T18:00"), "T-2", "e-2", ANA, false))
                .isTold(silence("acme", "jenkins:pay", "02T12:00", null))
                .clockReaches(at("03T00:00"));

        assertThat(completeness(Grain.DAY)).containsExactly(1.0);
        assertThat(pod.output())
                .filteredOn(row -> row.metric() == Metric.VERIFIED_SHARE)
                .filteredOn(row -> row.grain() == Grain.DAY && row.split() == Split.ALL)
                .extracting(MetricRow::completeness)
                .containsExactly((1 + 0.5) / 2);
    }

    /** jira:OPS is silent on Tuesday; red first hears of it on Thursday. */
    @Test
    void aQuietDayKnowsTheContainersOfItsTimeHoweverFarTheClockJumps() throws Exception {
        for (boolean atOnce : List.of(true, false)) {
            start(WITHOUT_END)
                    .hears(heard("02T00:00", "jira:PAY"))
                    .hears(started("T-1", "02T10:00"))
                    .isTold(silence("acme", "jira:OPS", "03T00:00", "04T00:00"));
            if (!atOnce) {
                pod.clockReaches(at("04T12:00"));
            }
            pod.hears(heard("05T00:00", "jira:OPS"))
                    .hears(started("T-2", "05T10:00"))
                    .clockReaches(at("06T00:00"));

            assertThat(completeness(Grain.DAY)).containsExactly(1.0, 1.0, 1.0, 1.0);
            stop();
        }
        start(LIVE);
    }

    @Test
    void whoWasActiveTodayIsPublishedAtTheNextHourAndNotAtOnce() throws Exception {
        start(LIVE).hears(started("T-1", "02T10:10")).clockReaches(at("02T14:05"));
        int before = pod.output().size();

        pod.hears(PracticeFacts.activity("acme", "red", at("02T00:00"), ANA, 3))
                .clockReaches(at("02T14:59"));
        assertThat(pod.output()).hasSize(before);

        pod.clockReaches(at("02T15:00"));
        assertThat(pod.output()).hasSizeGreaterThan(before);
        assertThat(workInProgress(Grain.DAY).get(1).asOf()).isEqualTo(at("02T15:00"));
    }

    /** Four weeks of two pods, in which whole days go by without news. */
    @Test
    void orderRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<Moment<Object>> story = new ArrayList<>();
        Random random = new Random(14);
        for (int i = 0; i < 60; i++) {
            Instant at = at("02T00:00").plus(Duration.ofMinutes(random.nextInt(26 * 24 * 60)));
            Instant day = at.truncatedTo(ChronoUnit.DAYS);
            String name = random.nextInt(3) > 0 ? "red" : "blue";
            String item = "work_item:T-" + random.nextInt(4);
            PodFact told =
                    switch (random.nextInt(7)) {
                        case 0 -> PracticeFacts.heard("acme", name, day, "jira:" + i % 4);
                        case 6 -> PracticeFacts.evidenceHeard("acme", name, day, "jira:" + i % 4);
                        case 1 -> PracticeFacts.activity("acme", name, day, ANA, 1 + i);
                        case 2 ->
                                PracticeFacts.stallOpened(
                                        "acme", name, at, item, item, ANA, i % 2 > 0);
                        case 3 -> PracticeFacts.stallEnded("acme", name, at, item, item, ANA);
                        case 4 -> PracticeFacts.commit("acme", name, at, "sha-" + i, ANA, true);
                        default -> PracticeFacts.watch("acme", name, at, item, i, ANA, i % 3 > 0);
                    };
            story.add(new Moment<>(at, told));
        }
        for (int i = 2; i < 26; i += 3) {
            String from = "%02dT%02d:00".formatted(i, random.nextInt(24));
            String to = "%02dT%02d:00".formatted(i + 2, random.nextInt(24));
            String container = "jira:" + random.nextInt(4);
            story.add(
                    new Moment<>(
                            at(from).plus(Duration.ofHours(1)),
                            silence("acme", container, from, null)));
            story.add(new Moment<>(at(to), silence("acme", container, from, to)));
        }
        story.sort(Comparator.comparing(Moment::at));
        Settings settings = Settings.bounded(at("29T12:00"));
        List<String> told = Ways.atOnce(stage(settings), story);
        assertThat(told)
                .anyMatch(row -> row.contains("completeness=0."))
                .anyMatch(row -> row.contains("metric=STALLED_HOURS"))
                .anyMatch(row -> row.contains("pod=blue"));
        for (int seed = 1; seed <= 6; seed++) {
            assertThat(
                            Ways.inSteps(
                                    stage(settings),
                                    story,
                                    settings.until(),
                                    Duration.ofHours(6L * seed * seed),
                                    new Random(seed)))
                    .isEqualTo(told);
        }
        start(settings);
    }

    @Test
    void whatDriftIsToldOfGoesOnInItsOrderWithTheDaysThatAreOver() throws Exception {
        start(LIVE)
                .hears(left("T-1", "02T12:00"))
                .hears(started("T-2", "02T11:00"))
                .hears(started("T-1", "02T10:00"))
                .clockReaches(at("03T00:00"));
        pod.clockReaches(at("04T00:00"));

        List<PodStretch> stretches = pod.sideOutput(PodFunction.STRETCHES);
        assertThat(stretches)
                .extracting(PodStretch::until)
                .endsWith(at("03T00:00"), at("04T00:00"));
        List<Instant> order =
                stretches.stream()
                        .flatMap(stretch -> stretch.facts().stream())
                        .map(PodFact::at)
                        .toList();
        assertThat(order).containsExactly(at("02T10:00"), at("02T11:00"), at("02T12:00"));
    }

    @Test
    void whereTheStreamEndsDriftIsToldOfNoTimeAfterTheLastFact() throws Exception {
        start(WITHOUT_END).hears(started("T-1", "02T10:00")).streamEnds();

        assertThat(pod.sideOutput(PodFunction.STRETCHES))
                .extracting(PodStretch::until)
                .containsExactly(at("02T10:00"));
    }

    private static PodTidings views(String org, String from) {
        return PodTidings.of(new OrganisationViews(org, at(from), Map.of()));
    }

    private List<List<Instant>> viewsOfStretchesWithFacts() {
        return pod.sideOutput(PodFunction.STRETCHES).stream()
                .filter(stretch -> !stretch.facts().isEmpty())
                .map(stretch -> stretch.views().stream().map(OrganisationViews::from).toList())
                .toList();
    }

    @Test
    void driftIsToldOnceOfWhatIsLearnedWithTheFirstFactsAfterItIsInForce() throws Exception {
        start(LIVE)
                .isTold(views("acme", "02T00:00"))
                .hears(started("T-1", "03T10:00"))
                .clockReaches(at("04T00:00"))
                .hears(started("T-2", "04T10:00"))
                .clockReaches(at("09T00:00").minusMillis(1))
                .isTold(views("acme", "09T00:00"))
                .isTold(views("other", "09T00:00"))
                .clockReaches(at("11T00:00"))
                .restarts()
                .hears(started("T-3", "11T10:00"))
                .clockReaches(at("12T00:00"))
                .hears(started("T-4", "12T10:00"))
                .clockReaches(at("13T00:00"));

        // After the restart; the days that are over tell of nothing.
        assertThat(viewsOfStretchesWithFacts()).containsExactly(List.of(at("09T00:00")), List.of());
    }

    @Test
    void aStretchOfSeveralWeeksHasTheViewsOfAllOfThem() throws Exception {
        start(WITHOUT_END)
                .hears(started("T-1", "03T10:00"))
                .hears(started("T-2", "12T10:00"))
                .isTold(views("acme", "02T00:00"))
                .isTold(views("acme", "09T00:00"))
                .isTold(views("acme", "16T00:00"))
                .streamEnds();

        assertThat(viewsOfStretchesWithFacts().stream().flatMap(List::stream))
                .containsExactly(at("02T00:00"), at("09T00:00"));
    }

    private Ways.Stage<Object> stage(Settings settings) throws Exception {
        return Ways.stage(start(settings), PodFact.class, PodTidings.class);
    }
}
