package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricEvidenceTest {

    private static final double LN_8 = Math.log(8);

    private static ShiryaevRoberts sums(double small, double middle, double large) {
        return new ShiryaevRoberts(small, middle, large, 0, 0, 0, 0, 0, 0);
    }

    private static Limits limits(Thresholds inForce) {
        return new Limits(inForce, inForce, inForce, inForce, 0);
    }

    private static DriftState watched(
            int items, Evidence evidence, Thresholds watch, Thresholds signal) {
        Reference reference = Reference.of(new float[20], new float[0], 10);
        DriftState state =
                DriftState.of("acme", "red")
                        .referring(reference, StratumEffects.NONE, limits(signal), limits(watch));
        RecentEpisodes recent = RecentEpisodes.none().begun(1);
        for (int item = 0; item < items; item++) {
            recent = recent.with(0, 1 + item, Stratum.NONE);
        }
        return state.with(recent).with(evidence);
    }

    @Test
    void isTheMeanOfItsDetectorsByTheItemsOrWeeksTheyHaveWatched() {
        // Twenty items at ten a week: two weeks. Sums of 60, 0 and 20, and e^W of 8: 60 / 20 = 3,
        // 0, 20 / 20 = 1, 8 / 2 = 4. Their mean is 2.
        Evidence evidence =
                new Evidence(
                        sums(30, 60, 90),
                        sums(0, 0, 0),
                        sums(20, 20, 20),
                        new SurvivalCusum(LN_8, 0),
                        0);
        Thresholds watch = new Thresholds(Math.log(200), 200);
        Thresholds signal = new Thresholds(Math.log(1_000), 1_000);
        MetricEvidence known = MetricEvidence.of(watched(20, evidence, watch, signal));
        assertThat(known.eValue()).isCloseTo(2, within(1e-9));
        assertThat(known.leading()).isEqualTo(Detector.SURVIVAL);
    }

    @Test
    void beyondTheThresholdOfAWatchItGrowsAsTheThresholdsDo() {
        // Watches at ln 200 stand for 200 items, signals at ln 5,000 only for 1,000: half the
        // slope. Sums of 200, 800, 5,000 and 20,000 are worth 200, 400, 1,000 and 2,000 items; of
        // four detectors one has anything, and one item has been watched.
        Thresholds watch = new Thresholds(Math.log(200), 200);
        Thresholds signal = new Thresholds(Math.log(5_000), 1_000);
        double[] sums = {200, 800, 5_000, 20_000};
        double[] worth = {50, 100, 250, 500};
        for (int at = 0; at < sums.length; at++) {
            Evidence evidence =
                    new Evidence(
                            sums(sums[at], sums[at], sums[at]),
                            sums(0, 0, 0),
                            sums(0, 0, 0),
                            new SurvivalCusum(Double.NEGATIVE_INFINITY, 0),
                            0);
            assertThat(MetricEvidence.of(watched(1, evidence, watch, signal)).eValue())
                    .isCloseTo(worth[at], within(1e-9));
        }
    }

    @Test
    void whereNothingChangesOnePodInTwentyAtMostHasTwentyOrMore() {
        double[] eValues = new double[1_000];
        for (int pod = 0; pod < eValues.length; pod++) {
            DriftState state = DriftingPod.ofDurations(5_000 + pod).completes(300, 1).state();
            eValues[pod] = MetricEvidence.of(state).eValue();
        }
        assertThat(Arrays.stream(eValues).filter(eValue -> eValue >= 20).count())
                .isLessThanOrEqualTo(50);
        assertThat(Arrays.stream(eValues).filter(eValue -> eValue >= 5).count())
                .isLessThanOrEqualTo(200);
        // A hundred organisations of ten pods: a fifth of them at most publish any.
        int published = 0;
        for (int first = 0; first < eValues.length; first += 10) {
            double[] pods = Arrays.copyOfRange(eValues, first, first + 10);
            published += Double.isInfinite(EBenjaminiHochberg.cut(pods, 0.2)) ? 0 : 1;
        }
        assertThat(published).isLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whereASignalOpensItIsItsRunLengthByTheItemsWatchedAndTheFourDetectors(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(seed).completes(130, 1);
        while (pod.signals().isEmpty()) {
            pod.completes(1, 3);
        }
        MetricEvidence known = MetricEvidence.of(pod.state());
        DriftSignal signal = pod.signals().get(0);
        long items = pod.state().recent().count() - pod.state().watchedSince();
        // It alarms once in 4,160 items, and has watched a hundred or so.
        assertThat(signal.arl0()).isCloseTo(4_160, within(200.0));
        assertThat(items).isBetween(60L, 160L);
        assertThat(known.eValue()).isGreaterThanOrEqualTo(signal.arl0() / items / 4);
        assertThat(known.leading()).isEqualTo(signal.detector());
    }
}
