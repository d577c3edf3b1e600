package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftRuleTest {

    /** Of ten a week, less the first two weeks. */
    private static final int SIX_WEEKS = 41;

    @Test
    void saysNothingOfAPodItHasWatchedForLessThanSixWeeks() {
        DriftingPod pod = DriftingPod.ofDurations(1).completes(55, 1).completes(4, 50);
        assertThat(pod.state().isInsufficient()).isTrue();
        assertThat(pod.told()).isEmpty();
        // Ten a week: the sixty-first is completed six weeks after the first.
        pod.completes(2, 1);
        assertThat(pod.state().isInsufficient()).isFalse();
        assertThat(pod.state().reference().own()).isEqualTo(SIX_WEEKS);
        assertThat(pod.state().reference().itemsPerWeek()).isBetween(9.9, 10.3);
    }

    @Test
    void theReferenceGrowsToAHundredAndIsFrozenThen() {
        DriftingPod pod = DriftingPod.ofDurations(3).completes(101, 1);
        assertThat(pod.state().reference().own()).isEqualTo(SIX_WEEKS);
        pod.completes(1, 1);
        assertThat(pod.state().reference().own()).isEqualTo(2 * SIX_WEEKS);
        pod.completes(18, 1);
        assertThat(pod.state().reference().own()).isEqualTo(100);
        Reference frozen = pod.state().reference();
        pod.completes(20, 1);
        assertThat(pod.state().reference()).isSameAs(frozen);
        assertThat(pod.state().original().values()).hasSize(SIX_WEEKS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPodThatTakesThreeTimesAsLongIsASignalWithinThreeWeeks(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(seed).completes(130, 1);
        Instant changed = pod.now();
        pod.completes(30, 3);
        DriftSignal signal = pod.signals().get(0);
        assertThat(signal.status()).isEqualTo(DriftStatus.OPEN);
        assertThat(signal.direction()).isEqualTo(Direction.UP);
        assertThat(signal.openedAt()).isBetween(changed, changed.plus(Duration.ofDays(21)));
        assertThat(signal.effect()).isBetween(1.5, 7.0);
        assertThat(signal.effectLow()).isLessThan(3.2);
        assertThat(signal.currentN()).isGreaterThanOrEqualTo(8);
        assertThat(signal.onsetAt())
                .isBetween(changed.minus(Duration.ofDays(14)), changed.plus(Duration.ofDays(14)));
        assertThat(signal.onsetLow()).isBeforeOrEqualTo(signal.onsetAt());
        assertThat(signal.onsetHigh()).isAfterOrEqualTo(signal.onsetAt());
        assertThat(signal.items()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(signal.severity()).isNotEqualTo(DriftSeverity.LOW);
    }

    @Test
    void aSignalIsResolvedOnceWhenThePodIsBackToNormal() {
        DriftingPod pod = DriftingPod.ofDurations(2).completes(130, 1).completes(30, 3);
        assertThat(pod.state().open().isSignal()).isTrue();
        String id = pod.last().id();
        pod.completes(30, 1);
        assertThat(pod.state().open()).isNull();
        List<DriftSignal> resolved =
                pod.told().stream().filter(row -> row.status() == DriftStatus.RESOLVED).toList();
        assertThat(resolved).hasSize(1);
        assertThat(resolved.get(0).id()).isEqualTo(id);
        assertThat(resolved.get(0).resolvedAt()).isEqualTo(resolved.get(0).asOf());
        assertThat(pod.state().reference().own()).isEqualTo(100);
    }

    @Test
    void aChangeThatStaysIsTheNewNormalAndTheOriginalIsKept() {
        DriftingPod pod = DriftingPod.ofDurations(2).completes(130, 1);
        FirstReference original = pod.state().original();
        // Twenty weeks: twelve of them after the signal, and a look each two.
        pod.completes(200, 3);
        DriftSignal end =
                pod.signals().stream()
                        .filter(row -> row.status() == DriftStatus.NEW_NORMAL)
                        .findFirst()
                        .orElseThrow();
        assertThat(end.effect()).isGreaterThan(2);
        assertThat(pod.state().original()).isSameAs(original);
        double usual = pod.state().originally(StratumEffects.NONE).ownMedian();
        double slower = pod.state().reference().ownMedian() - usual;
        assertThat(Math.exp(slower)).isGreaterThan(2);
        // Slower again: the next signal is measured against both.
        pod.completes(40, 9);
        DriftSignal again = pod.last();
        assertThat(again.id()).isNotEqualTo(end.id());
        assertThat(again.effectOfOriginal()).isGreaterThan(again.effect() * 1.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eightWeeksAreNoNewNormalAndThreeWeeksAfterThemTheDriftIsOver(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(seed).completes(130, 1).completes(80, 3);
        assertThat(pod.state().open().isSignal()).isTrue();
        String id = pod.last().id();
        pod.completes(30, 1);
        assertThat(pod.told()).noneMatch(row -> row.status() == DriftStatus.NEW_NORMAL);
        assertThat(pod.signals())
                .filteredOn(row -> row.status() == DriftStatus.RESOLVED)
                .extracting(DriftSignal::id)
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFullStopIsASignalWithinFourWorkingDays(long seed) {
        // One false alarm of each detector in two years.
        FalseAlarmBudget budget = new FalseAlarmBudget(2, 4);
        DriftingPod pod = DriftingPod.ofDurations(budget, seed).completes(130, 1);
        int before = pod.signals().size();
        pod.stops(4, 2);
        assertThat(pod.signals()).hasSizeGreaterThan(before);
        DriftSignal signal = pod.signals().get(pod.signals().size() - 1);
        assertThat(signal.detector()).isEqualTo(Detector.SURVIVAL);
        assertThat(signal.censoredShare()).isGreaterThan(0.3);
        assertThat(signal.items()).isNotEmpty();
        // It does not go away by itself.
        pod.stops(20, 0);
        assertThat(pod.state().open().isSignal()).isTrue();
    }

    @Test
    void neitherHolidaysNorWeekendsNorAPodWithoutEventsRaiseAnything() {
        DriftingPod pod = DriftingPod.ofDurations(8).completes(130, 1);
        int before = pod.told().size();
        pod.rests(31, 12);
        assertThat(pod.told()).hasSize(before);
        pod.rests(31, 0);
        assertThat(pod.told()).hasSize(before);
        DriftingPod empty = DriftingPod.ofDurations(9).rests(90, 0);
        assertThat(empty.state().isInsufficient()).isTrue();
        assertThat(empty.told()).isEmpty();
    }

    @Test
    void aPodThatGetsFasterIsToldWithItsDirection() {
        DriftingPod pod = DriftingPod.ofDurations(6).completes(130, 1).completes(60, 0.33);
        DriftSignal signal = pod.signals().get(0);
        assertThat(signal.direction()).isEqualTo(Direction.DOWN);
        assertThat(signal.effect()).isLessThan(0.7);
    }

    @Test
    void aShareThatRisesIsASignal() {
        Pattern rework = Pattern.ofShare("rework_rate", "all", Direction.UP);
        DriftingPod pod =
                new DriftingPod(rework, new FalseAlarmBudget(0.5, 4), 4).completesShare(130, 0.1);
        assertThat(pod.told()).isEmpty();
        pod.completesShare(40, 0.6);
        DriftSignal signal = pod.signals().get(0);
        assertThat(signal.detector()).isEqualTo(Detector.RISE);
        assertThat(signal.effect()).isGreaterThan(2);
        assertThat(signal.currentMedian()).isGreaterThan(0.3);
        pod.completesShare(60, 0.1);
        DriftSignal end = pod.signals().get(pod.signals().size() - 1);
        assertThat(end.id()).isEqualTo(signal.id());
        assertThat(end.status()).isEqualTo(DriftStatus.RESOLVED);
    }

    @Test
    void aYoungPodIsPaddedFromTheOrganisation() {
        float[] residuals = new float[100];
        for (int at = 0; at < residuals.length; at++) {
            residuals[at] = (float) NormalScores.of(2 * at + 1, residuals.length);
        }
        Pattern slow = Pattern.ofDurations("cycle_time", "all");
        DriftRule rule = new DriftRule(slow, new FalseAlarmBudget(2, 4), DriftingPod.CALENDAR);
        OrganisationView organisation = new OrganisationView(0, residuals);
        DriftState state = DriftState.of("acme", "red");
        // One a week: those of the first two weeks, two, are left out; then eight.
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        for (int item = -2; item < 8; item++) {
            float value = 6 + item / 10f;
            Episode episode = new Episode("T-" + item, at, value, Float.NEGATIVE_INFINITY);
            assertThat(state.isInsufficient()).isTrue();
            state = rule.completed(state, episode, organisation).state();
            at = at.plus(Duration.ofDays(7));
        }
        assertThat(state.reference().own()).isEqualTo(8);
        assertThat(state.reference().size()).isEqualTo(Reference.LEAST);
        // Own 6.0 to 6.7, their median 6.35; 22 quantiles around it reach about 2 either way.
        assertThat(state.reference().values()[0]).isBetween(4.0f, 4.7f);
        assertThat(state.reference().values()[29]).isBetween(8.0f, 8.7f);
        assertThat(state.original()).isNull();
    }

    @Test
    void theSameEpisodesGiveTheSameSignals() {
        DriftingPod one = DriftingPod.ofDurations(7).completes(130, 1).completes(60, 2);
        DriftingPod other = DriftingPod.ofDurations(7).completes(130, 1).completes(60, 2);
        assertThat(one.told()).isEqualTo(other.told()).isNotEmpty();
    }

    @Test
    void whatIsRememberedStaysBelowFourKilobytesHoweverLongThePodLives() {
        DriftingPod pod = DriftingPod.ofDurations(10).completes(130, 1);
        for (int year = 0; year < 12; year++) {
            pod.completes(200, 2.5).stops(5, 3).completes(200, 0.6);
            assertThat(StateSize.bytes(pod.state())).isLessThan(4_096);
        }
    }
}
