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
 * jira:PAY is heard every 20 minutes, day and night, from Monday 00:00: 60 minutes are expected.
 */
class SourceFunctionTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(10);
    private static final Settings LIVE = new Settings(null, FORGET_AFTER, Duration.ofMinutes(5));
    private static final Settings TO_TUESDAY = new Settings(at("03T06:00"), FORGET_AFTER, null);
    private static final Settings WITHOUT_END = new Settings(null, FORGET_AFTER, null);

    private Rehearsal<SourceBeat, SourceHealth> source;

    private Rehearsal<SourceBeat, SourceHealth> start(Settings settings) throws Exception {
        source =
                new Rehearsal<>(
                        () -> new SourceFunction(settings, Directory.empty()), SourceBeat::key);
        return source;
    }

    @AfterEach
    void stop() throws Exception {
        source.close();
    }

    private static SourceBeat beat(Instant at) {
        return SourceBeat.of("acme", "jira", "jira:PAY", at);
    }

    private static List<SourceBeat> everyTwentyMinutes(String from, String to) {
        List<SourceBeat> beats = new ArrayList<>();
        for (Instant at = at(from); !at.isAfter(at(to)); at = at.plus(Duration.ofMinutes(20))) {
            beats.add(beat(at));
        }
        return beats;
    }

    private void hear(List<SourceBeat> beats) throws Exception {
        for (SourceBeat beat : beats) {
            source.hears(beat);
        }
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
        hear(everyTwentyMinutes("02T00:00", "02T14:00"));
        source.clockReaches(at("02T15:00").minusMillis(2));
        assertThat(silences()).isEmpty();
        assertThat(lastRow().state()).isEqualTo(SourceState.HEARD);

        source.clockReaches(at("02T15:00").minusMillis(1));
        assertThat(silences())
                .extracting(SilentSource::since, SilentSource::detectedAt, SilentSource::endedAt)
                .containsExactly(tuple(at("02T14:00"), at("02T15:00"), null));
        assertThat(lastRow())
                .extracting(SourceHealth::state, SourceHealth::silentSince)
                .containsExactly(SourceState.SILENT, at("02T14:00"));
    }

    @Test
    void theEndOfASilenceIsToldWhenItsMinuteIsOver() throws Exception {
        start(WITHOUT_END);
        hear(everyTwentyMinutes("02T00:00", "02T14:00"));
        source.clockReaches(at("02T18:00"));
        source.hears(beat(at("02T18:30").plusSeconds(20)));
        source.clockReaches(at("02T18:30").plusSeconds(59));
        assertThat(silences()).hasSize(1);

        source.clockReaches(at("02T18:31"));
        assertThat(silences())
                .extracting(SilentSource::outcome, SilentSource::endedAt)
                .containsExactly(
                        tuple(SilenceOutcome.OPEN, null),
                        tuple(SilenceOutcome.HEARD, at("02T18:30")));
        assertThat(lastRow().state()).isEqualTo(SourceState.HEARD);
    }

    /** 42 gaps, then five hours, then 20 more minutes; the run ends on Tuesday at 06:00. */
    @Test
    void orderRepetitionRestartsAndTheStepsOfTheClockChangeNothing() throws Exception {
        List<SourceBeat> beats = everyTwentyMinutes("02T00:00", "02T14:00");
        beats.addAll(everyTwentyMinutes("02T19:00", "02T23:40"));
        start(TO_TUESDAY);
        hear(beats);
        source.streamEnds();
        SourceHealth row = lastRow();
        List<SilentSource> told = silences();
        stop();
        assertThat(row)
                .extracting(SourceHealth::state, SourceHealth::minutesHeard, SourceHealth::asOf)
                .containsExactly(SourceState.SILENT, 58L, at("03T06:00"));
        assertThat(told)
                .extracting(SilentSource::detectedAt, SilentSource::outcome)
                .containsExactly(
                        tuple(at("02T15:00"), SilenceOutcome.OPEN),
                        tuple(at("02T15:00"), SilenceOutcome.HEARD),
                        tuple(at("03T00:40"), SilenceOutcome.OPEN));

        Random random = new Random(3);
        for (int round = 0; round < 5; round++) {
            start(TO_TUESDAY);
            List<SilentSource> seen = new ArrayList<>();
            List<SourceBeat> waiting = new ArrayList<>(beats);
            Instant clock = at("02T00:00").minusSeconds(1);
            while (clock.isBefore(at("03T06:00"))) {
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
                if (clock.isBefore(at("03T06:00")) && random.nextInt(4) == 0) {
                    seen.addAll(silences());
                    source.restarts();
                }
            }
            source.streamEnds();
            seen.addAll(silences());
            assertThat(seen).isEqualTo(told);
            assertThat(lastRow()).isEqualTo(row);
            stop();
        }
        start(LIVE);
    }

    @Test
    void aBeatBehindTheClockIsNotHeard() throws Exception {
        start(LIVE);
        hear(everyTwentyMinutes("02T00:00", "02T14:00"));
        source.clockReaches(at("02T15:00"))
                .hears(beat(at("02T14:20")))
                .clockReaches(at("02T16:00"));

        assertThat(silences()).hasSize(1);
        assertThat(lastRow().lastEventAt()).isEqualTo(at("02T14:00"));
    }

    @Test
    void aLiveRowIsToldAtTheNextPublicationAndNotAgain() throws Exception {
        start(LIVE).hears(beat(at("02T09:01"))).clockReaches(at("02T09:04"));
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
        hear(everyTwentyMinutes("02T00:00", "02T14:00"));
        assertThat(source.timers()).isEqualTo(1);
        source.clockReaches(at("05T00:00"));
        assertThat(source.timers()).isEqualTo(1);

        source.clockReaches(at("12T14:00"));
        assertThat(silences())
                .extracting(SilentSource::outcome, SilentSource::endedAt)
                .containsExactly(
                        tuple(SilenceOutcome.OPEN, null),
                        tuple(SilenceOutcome.FORGOTTEN, at("12T14:00")));
        assertThat(lastRow())
                .extracting(SourceHealth::state, SourceHealth::lastEventAt)
                .containsExactly(SourceState.SILENT, at("02T14:00"));
        assertThat(source.stateEntries()).isZero();
        assertThat(source.timers()).isZero();
    }

    @Test
    void aStreamThatEndsClaimsNoSilenceBehindItsEnd() throws Exception {
        start(WITHOUT_END);
        hear(everyTwentyMinutes("02T00:00", "02T14:00"));
        source.streamEnds();

        assertThat(silences()).isEmpty();
        assertThat(lastRow().state()).isEqualTo(SourceState.HEARD);
        assertThat(source.stateEntries()).isZero();
        assertThat(source.timers()).isZero();
    }
}
