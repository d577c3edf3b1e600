package dev.plumbline.streaming.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftFunctionTest {

    private static final Settings LIVE = Settings.live(Duration.ofHours(1));

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final int[] MINUTES = {70, 30, 110, 50, 120, 20, 90, 40, 100, 60, 80};

    private Rehearsal<PodStretch, DriftSignal> pod;
    private Instant now = START;
    private int items;

    @BeforeEach
    void start() throws Exception {
        pod = new Rehearsal<>(() -> new DriftFunction(LIVE, Directory.empty()), DriftFunction::key);
    }

    @AfterEach
    void stop() throws Exception {
        pod.close();
    }

    private static PodFact fact(PodFactKind kind, String item, Instant at, Long seconds) {
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
                seconds == null ? null : HandoffOutcome.PICKED_UP,
                false,
                seconds,
                null);
    }

    /** Two handoffs on each working day, each told at once. */
    private void weeks(int count, int times) throws Exception {
        for (int day = 0; day < 7 * count; day++) {
            if (day % 7 < 5) {
                for (int hours = 1; hours < 6; hours += 4) {
                    Instant opened = now.plus(Duration.ofHours(hours));
                    long minutes = (long) times * MINUTES[items % MINUTES.length];
                    items++;
                    String item = "T-" + items;
                    Instant ended = opened.plus(Duration.ofMinutes(minutes));
                    tells(
                            ended,
                            fact(PodFactKind.HANDOFF_OPENED, item, opened, null),
                            fact(PodFactKind.HANDOFF_ENDED, item, ended, 60 * minutes));
                }
            }
            now = now.plus(Duration.ofDays(1));
            tells(now);
        }
    }

    private void tells(Instant until, PodFact... facts) throws Exception {
        pod.hears(new PodStretch("acme", "red", List.of(facts), until, List.of()));
        pod.clockReaches(until);
    }

    private static List<DriftSignal> signals(List<DriftSignal> told) {
        return told.stream().filter(row -> row.level() == DriftLevel.SIGNAL).toList();
    }

    @Test
    void aSlowerPodIsToldOnceAlsoAfterARestart() throws Exception {
        weeks(20, 1);
        List<DriftSignal> before = List.copyOf(pod.output());
        pod.restarts();
        weeks(3, 2);
        List<DriftSignal> told = signals(pod.output());
        assertThat(signals(before)).isEmpty();
        assertThat(told).isNotEmpty();
        assertThat(told).extracting(DriftSignal::id).containsOnly(told.get(0).id());
    }

    @Test
    void aRestartChangesNoRow() throws Exception {
        weeks(20, 1);
        int before = pod.output().size();
        weeks(3, 2);
        List<DriftSignal> straight = pod.output().subList(before, pod.output().size());
        pod.close();
        start();
        now = START;
        items = 0;
        weeks(20, 1);
        pod.restarts();
        weeks(3, 2);
        assertThat(pod.output()).isEqualTo(straight).isNotEmpty();
    }

    @Test
    void aPodThatIsSilentForMoreThanAYearIsForgotten() throws Exception {
        weeks(8, 1);
        assertThat(pod.stateEntries()).isEqualTo(1);
        assertThat(pod.timers()).isEqualTo(1);
        Instant last = now;
        pod.clockReaches(last.plus(Duration.ofDays(390)));
        assertThat(pod.stateEntries()).isEqualTo(1);
        pod.clockReaches(last.plus(Duration.ofDays(400)));
        assertThat(pod.stateEntries()).isZero();
        assertThat(pod.timers()).isZero();
    }

    @Test
    void aPodWithAHandoffOpenIsNotForgotten() throws Exception {
        weeks(8, 1);
        tells(now, fact(PodFactKind.HANDOFF_OPENED, "T-0", now, null));
        pod.clockReaches(now.plus(Duration.ofDays(2000)));
        assertThat(pod.stateEntries()).isEqualTo(1);
        assertThat(pod.timers()).isEqualTo(1);
    }

    @Test
    void whatTellsOfNoFactLeavesNothingBehind() throws Exception {
        tells(now);
        assertThat(pod.stateEntries()).isZero();
        assertThat(pod.timers()).isZero();
    }
}
