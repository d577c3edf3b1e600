package dev.plumbline.streaming.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftStatus;
import dev.plumbline.drift.WhatIsMissing;
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
        assertThat(pod.stateEntries()).isEqualTo(2);
        assertThat(pod.timers()).isEqualTo(1);
        Instant last = now;
        pod.clockReaches(last.plus(Duration.ofDays(390)));
        assertThat(pod.stateEntries()).isEqualTo(2);
        pod.clockReaches(last.plus(Duration.ofDays(400)));
        assertThat(pod.stateEntries()).isZero();
        assertThat(pod.timers()).isZero();
        List<DriftEvidence> known = pod.sideOutput(DriftFunction.EVIDENCE);
        assertThat(known.get(known.size() - 1).missing()).isEqualTo(WhatIsMissing.FORGOTTEN);
    }

    @Test
    void whatIsOpenWhenThePodIsForgottenIsOver() throws Exception {
        weeks(20, 1);
        weeks(3, 2);
        DriftSignal open = pod.output().get(pod.output().size() - 1);
        assertThat(open.resolvedAt()).isNull();
        pod.clockReaches(now.plus(Duration.ofDays(400)));
        DriftSignal over = pod.output().get(pod.output().size() - 1);
        assertThat(over.id()).isEqualTo(open.id());
        assertThat(over.status()).isEqualTo(DriftStatus.FORGOTTEN);
    }

    /** Picked up on Friday evening: the next working day is Monday, and it ends with it. */
    private List<DriftEvidence> ofFridayEvening(Settings settings, Instant... clock)
            throws Exception {
        pod.close();
        pod =
                new Rehearsal<>(
                        () -> new DriftFunction(settings, Directory.empty()), DriftFunction::key);
        Instant friday = Instant.parse("2026-01-09T18:00:00Z");
        Instant saturday = Instant.parse("2026-01-10T00:00:00Z");
        PodFact opened = fact(PodFactKind.HANDOFF_OPENED, "T-1", friday, null);
        PodFact ended = fact(PodFactKind.HANDOFF_ENDED, "T-1", friday.plusSeconds(60), 60L);
        List<PodFact> facts = List.of(opened, ended);
        pod.hears(new PodStretch("acme", "red", facts, saturday, List.of()));
        for (Instant now : clock) {
            pod.clockReaches(now);
        }
        pod.streamEnds();
        return pod.sideOutput(DriftFunction.EVIDENCE);
    }

    @Test
    void theNextWorkingDayEndsThoughThePodIsNotCountedAnyMore() throws Exception {
        Instant tuesday = Instant.parse("2026-01-13T00:00:00Z");
        Settings toTuesday = Settings.bounded(tuesday);
        assertThat(ofFridayEvening(toTuesday))
                .extracting(DriftEvidence::asOf)
                .containsExactly(tuesday);
        assertThat(ofFridayEvening(toTuesday, tuesday.minusSeconds(1), tuesday))
                .extracting(DriftEvidence::asOf)
                .containsExactly(tuesday);
        assertThat(ofFridayEvening(LIVE, tuesday.plusSeconds(1)))
                .extracting(DriftEvidence::asOf)
                .containsExactly(tuesday);
    }

    @Test
    void aDayThatTheClockDoesNotReachTheEndOfIsNotToldOf() throws Exception {
        assertThat(ofFridayEvening(Settings.bounded(Instant.parse("2026-01-12T23:59:59Z"))))
                .isEmpty();
        assertThat(ofFridayEvening(LIVE)).isEmpty();
    }

    @Test
    void aPodIsForgottenAtTheEndOfAStreamIfTheClockComesSoFar() throws Exception {
        Instant forgotten = Instant.parse("2026-01-09T18:01:00Z").plus(Settings.FORGET_AFTER);
        assertThat(ofFridayEvening(Settings.bounded(forgotten)))
                .extracting(DriftEvidence::missing)
                .containsExactly(WhatIsMissing.FEW_WEEKS, WhatIsMissing.FORGOTTEN);
        assertThat(ofFridayEvening(Settings.bounded(forgotten), forgotten.minusSeconds(1)))
                .extracting(DriftEvidence::missing)
                .containsExactly(WhatIsMissing.FEW_WEEKS, WhatIsMissing.FORGOTTEN);
        assertThat(ofFridayEvening(Settings.bounded(forgotten.minusSeconds(1))))
                .extracting(DriftEvidence::missing)
                .containsExactly(WhatIsMissing.FEW_WEEKS);
    }

    @Test
    void aPodWithAHandoffOpenIsNotForgotten() throws Exception {
        weeks(8, 1);
        tells(now, fact(PodFactKind.HANDOFF_OPENED, "T-0", now, null));
        pod.clockReaches(now.plus(Duration.ofDays(2000)));
        assertThat(pod.stateEntries()).isEqualTo(2);
        assertThat(pod.timers()).isEqualTo(1);
    }

    @Test
    void whatTellsOfNoFactLeavesNothingBehind() throws Exception {
        tells(now);
        assertThat(pod.stateEntries()).isZero();
        assertThat(pod.timers()).isZero();
    }
}
