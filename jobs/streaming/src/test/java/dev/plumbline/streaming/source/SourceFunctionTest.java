package dev.plumbline.streaming.source;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.directory.Directory;
import dev.plumbline.source.SilenceOutcome;
import dev.plumbline.source.SilentSource;
import dev.plumbline.source.SourceBeat;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.source.SourceState;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * jira:PAY is heard every 20 minutes, day and night, from Monday 00:00: on Friday it is known that
 * 60 minutes are expected.
 */
class SourceFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);
    private static final Settings LIVE = new Settings(null, FORGET_AFTER, Duration.ofMinutes(5));
    private static final Settings TO_SATURDAY = new Settings(at("07T06:00"), FORGET_AFTER, null);
    private static final Settings WITHOUT_END = new Settings(null, FORGET_AFTER, null);

    private Rehearsal<HeardMinutes, SourceHealth> source;

    private Rehearsal<HeardMinutes, SourceHealth> start(Settings settings) throws Exception {
        source =
                new Rehearsal<>(
                        () -> new SourceFunction(settings, Directory.empty()), HeardMinutes::key);
        return source;
    }

    @AfterEach
    void stop() throws Exception {
        source.close();
    }

    private static SourceBeat beat(Instant at) {
        return SourceBeat.of("acme", "jira", "jira:PAY", at);
    }

    private static List<SourceBeat> every(int minutes, String from, String to) {
        List<SourceBeat> beats = new ArrayList<>();
        for (Instant at = at(from);
                !at.isAfter(at(to));
                at = at.plus(Duration.ofMinutes(minutes))) {
            beats.add(beat(at));
        }
        return beats;
    }

    /** Three by three, as they come between watermarks. */
    private void hear(List<SourceBeat> beats) throws Exception {
        for (int from = 0; from < beats.size(); from += 3) {
            List<SourceBeat> some = beats.subList(from, Math.min(from + 3, beats.size()));
            source.hears(minutes(some));
        }
    }

    private static HeardMinutes minutes(List<SourceBeat> beats) {
        return new HeardMinutes(
                "acme",
                "jira",
                "jira:PAY",
                beats.stream().map(beat -> beat.minute().toEpochMilli()).toList());
    }

    private List<SilentSource> silences() {
        return source.sideOutput(SourceFunction.SILENCES);
    }

    private SourceHealth lastRow() {
        return source.output().get(source.output().size() - 1);
    }

    @Test
    void aSilenceIsToldWhenTheClockReachesItAndBeforeTheClockIsPassedOn() throws Exception {
        start(LIVE);
        hear(every(20, "02T00:00", "06T14:00"));
        source.clockReaches(at("06T15:00").minusMillis(2));
        assertThat(silences()).isEmpty();
        assertThat(lastRow().state()).isEqualTo(SourceState.HEARD);

        source.clockReaches(at("06T15:00").minusMillis(1));
        assertThat(silences())
                .extracting(SilentSource::since, SilentSource::detectedAt, SilentSource::endedAt)
                .containsExactly(tuple(at("06T14:00"), at("06T15:00"), null));
        assertThat(lastRow())
                .extracting(SourceHealth::state, SourceHealth::silentSince)
                .containsExactly(SourceState.SILENT, at("06T14:00"));
    }

    @Test
    void theEndOfASilenceIsToldWhenItsMinuteIsOver() throws Exception {
        start(WITHOUT_END);
        hear(every(20, "02T00:00", "06T14:00"));
        source.clockReaches(at("06T18:00"));
        source.hears(minutes(List.of(beat(at("06T18:30").plusSeconds(20)))));
        source.clockReaches(at("06T18:30").plusSeconds(59));
        assertThat(silences()).hasSize(1);

        source.clockReaches(at("06T18:31"));
        assertThat(silences())
                .extracting(SilentSource::outcome, SilentSource::endedAt)
                .containsExactly(
                        tuple(SilenceOutcome.OPEN, null),
                        tuple(SilenceOutcome.HEARD, at("06T18:30")));
        assertThat(lastRow().state()).isEqualTo(SourceState.HEARD);
    }

    /** Silent on Friday from 14:00 to 19:00, and from 23:40; the run ends on Saturday at 06:00. */
    @Test
    void orderRepetitionRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<SourceBeat> beats = every(20, "02T00:00", "06T14:00");
        beats.addAll(every(20, "06T19:00", "06T23:40"));
        Told told = inAllWays(beats, TO_SATURDAY);

        assertThat(told.row())
                .extracting(SourceHealth::state, SourceHealth::minutesHeard, SourceHealth::asOf)
                .containsExactly(SourceState.SILENT, 4 * 72L + 43 + 15, at("07T06:00"));
        assertThat(told.silences())
                .extracting(SilentSource::detectedAt, SilentSource::outcome)
                .containsExactly(
                        tuple(at("06T15:00"), SilenceOutcome.OPEN),
                        tuple(at("06T15:00"), SilenceOutcome.HEARD),
                        tuple(at("07T00:40"), SilenceOutcome.OPEN));
    }

    /**
     * Every two hours: 3 x 121 min are expected on Friday and are over at 18:03; they are what the
     * outage until 22:00 teaches. So on Saturday 3 x 367 min are expected (363 lies in the bucket
     * of 360 to 367), which after 02:00 are over at 20:21.
     */
    @Test
    void aSlowSourceIsLookedAtNoLaterThanItCanBeSilent() throws Exception {
        List<SourceBeat> beats = every(120, "02T00:00", "06T12:00");
        beats.addAll(every(120, "06T22:00", "07T02:00"));
        Told told = inAllWays(beats, Settings.bounded(at("07T22:00")));

        assertThat(told.silences())
                .extracting(SilentSource::detectedAt, SilentSource::endedAt)
                .containsExactly(
                        tuple(at("06T18:03"), null),
                        tuple(at("06T18:03"), at("06T22:00")),
                        tuple(at("07T20:21"), null));
    }

    @Test
    void aSlowSilenceIsToldBeforeTheClockIsPassedOn() throws Exception {
        start(WITHOUT_END);
        hear(every(120, "02T00:00", "06T12:00"));
        source.clockReaches(at("06T18:03").minusMillis(2));
        assertThat(silences()).isEmpty();
        source.clockReaches(at("06T18:03").minusMillis(1));
        assertThat(silences()).hasSize(1);
    }

    private record Told(SourceHealth row, List<SilentSource> silences) {}

    /** What is told at once; in steps of the clock, out of order and twice, it must be the same. */
    private Told inAllWays(List<SourceBeat> beats, Settings settings) throws Exception {
        start(settings);
        hear(beats);
        source.streamEnds();
        Told told = new Told(lastRow(), silences());
        stop();
        Random random = new Random(3);
        for (int round = 0; round < 5; round++) {
            start(settings);
            List<SilentSource> seen = new ArrayList<>();
            List<SourceBeat> waiting = new ArrayList<>(beats);
            Instant clock = at("02T00:00").minusSeconds(1);
            while (clock.isBefore(settings.until())) {
                Instant next = clock.plus(Duration.ofMinutes(1 + random.nextInt(300)));
                List<SourceBeat> arriving = new ArrayList<>();
                for (SourceBeat beat : waiting) {
                    if (beat.minute().isBefore(next.plus(Duration.ofHours(2)))) {
                        arriving.add(beat);
                    }
                }
                waiting.removeAll(arriving);
                arriving.addAll(List.copyOf(arriving));
                Collections.shuffle(arriving, random);
                hear(arriving);
                source.clockReaches(next);
                clock = next;
                if (clock.isBefore(settings.until()) && random.nextInt(4) == 0) {
                    seen.addAll(silences());
                    source.restarts();
                }
            }
            source.streamEnds();
            seen.addAll(silences());
            assertThat(new Told(lastRow(), seen)).isEqualTo(told);
            stop();
        }
        start(LIVE);
        return told;
    }

    @Test
    void aBeatBehindTheClockIsNotHeard() throws Exception {
        start(LIVE);
        hear(every(20, "02T00:00", "06T14:00"));
        source.clockReaches(at("06T15:00"))
                .hears(minutes(List.of(beat(at("06T14:20")))))
                .clockReaches(at("06T16:00"));

        assertThat(silences()).hasSize(1);
        assertThat(lastRow().lastEventAt()).isEqualTo(at("06T14:00"));
    }

    @Test
    void aLiveRowIsToldAtTheNextPublicationAndNotAgain() throws Exception {
        start(LIVE).hears(minutes(List.of(beat(at("02T09:01"))))).clockReaches(at("02T09:04"));
        assertThat(source.output()).isEmpty();

        source.clockReaches(at("02T09:05"));
        assertThat(source.output()).hasSize(1);
        source.clockReaches(at("02T19:00"));
        assertThat(source.output()).hasSize(1);
        assertThat(lastRow().state()).isEqualTo(SourceState.LEARNING);
    }

    @Test
    void aSourceHasOneTimerAndLeavesNothingBehindWhenItIsForgotten() throws Exception {
        start(LIVE);
        hear(every(20, "02T00:00", "06T14:00"));
        assertThat(source.timers()).isEqualTo(1);
        source.clockReaches(at("09T00:00"));
        assertThat(source.timers()).isEqualTo(1);

        source.clockReaches(at("16T14:00"));
        assertThat(silences())
                .extracting(SilentSource::outcome, SilentSource::endedAt)
                .containsExactly(
                        tuple(SilenceOutcome.OPEN, null),
                        tuple(SilenceOutcome.FORGOTTEN, at("16T14:00")));
        assertThat(lastRow())
                .extracting(SourceHealth::state, SourceHealth::lastEventAt)
                .containsExactly(SourceState.SILENT, at("06T14:00"));
        assertThat(source.stateEntries()).isZero();
        assertThat(source.timers()).isZero();
    }

    /** Whether the clock stopped by when it fell silent, or jumped over it. */
    @Test
    void theRowOfAForgottenSourceSaysSinceWhenItIsSilent() throws Exception {
        for (boolean atOnce : List.of(true, false)) {
            start(WITHOUT_END);
            hear(every(20, "02T00:00", "06T14:00"));
            if (!atOnce) {
                source.clockReaches(at("09T00:00"));
            }
            source.clockReaches(at("16T14:00"));

            assertThat(silences()).hasSize(2);
            assertThat(lastRow())
                    .extracting(SourceHealth::state, SourceHealth::silentSince)
                    .containsExactly(SourceState.SILENT, at("06T14:00"));
            assertThat(source.stateEntries()).isZero();
            stop();
        }
        start(LIVE);
    }

    @Test
    void aStreamThatEndsClaimsNoSilenceBehindItsEnd() throws Exception {
        start(WITHOUT_END);
        hear(every(20, "02T00:00", "06T14:00"));
        source.streamEnds();

        assertThat(silences()).isEmpty();
        assertThat(lastRow().state()).isEqualTo(SourceState.HEARD);
        assertThat(source.stateEntries()).isZero();
        assertThat(source.timers()).isZero();
    }
}
