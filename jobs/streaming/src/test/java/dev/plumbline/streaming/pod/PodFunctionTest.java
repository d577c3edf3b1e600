package dev.plumbline.streaming.pod;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.Metric;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.Split;
import dev.plumbline.source.SilentSource;
import dev.plumbline.streaming.BroadcastRehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.time.Grain;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodFunctionTest {

    private static final Settings TO_WEDNESDAY_NOON = Settings.bounded(at("04T12:00"));
    private static final Settings LIVE = Settings.live(Duration.ofHours(1));
    private static final Settings WITHOUT_END = new Settings(null, Duration.ofDays(400), null);

    private BroadcastRehearsal<PodFact, SilentSource, MetricRow> pod;

    private BroadcastRehearsal<PodFact, SilentSource, MetricRow> start(Settings settings)
            throws Exception {
        pod =
                new BroadcastRehearsal<>(
                        () -> new PodFunction(settings, Directory.empty()),
                        PodFunction::key,
                        PodFunction.SILENCES);
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
}
