package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CumulativeHazardTest {

    private static final float[] NONE_OPEN = {};

    @Test
    void addsOneByThoseStillAtRiskAtEachCompletion() {
        CumulativeHazard hazard = CumulativeHazard.of(new float[] {1, 2, 4}, NONE_OPEN);
        assertThat(hazard.at(0.5)).isZero();
        assertThat(hazard.at(1)).isCloseTo(1.0 / 3, within(1e-6));
        assertThat(hazard.at(3)).isCloseTo(1.0 / 3 + 1.0 / 2, within(1e-6));
        assertThat(hazard.at(4)).isCloseTo(1.0 / 3 + 1.0 / 2 + 1, within(1e-6));
        assertThat(hazard.at(Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void anItemThatIsStillOpenWasAtRiskUpToItsAge() {
        // Open at 3: at risk at 1 and 2, of four and three; at 4 only the last one is.
        CumulativeHazard hazard = CumulativeHazard.of(new float[] {1, 2, 4}, new float[] {3});
        assertThat(hazard.at(1)).isCloseTo(1.0 / 4, within(1e-6));
        assertThat(hazard.at(2)).isCloseTo(1.0 / 4 + 1.0 / 3, within(1e-6));
        assertThat(hazard.at(4)).isCloseTo(1.0 / 4 + 1.0 / 3 + 1, within(1e-6));
    }

    @Test
    void equalOnesAreCompletedTogether() {
        // Two of three at once, then one of one.
        CumulativeHazard hazard = CumulativeHazard.of(new float[] {2, 2, 5}, NONE_OPEN);
        assertThat(hazard.at(2)).isCloseTo(2.0 / 3, within(1e-6));
        assertThat(hazard.at(5)).isCloseTo(2.0 / 3 + 1, within(1e-6));
    }

    @Test
    void goesOnLikeANormalDistributionBeyondTheLast() {
        CumulativeHazard hazard = CumulativeHazard.of(new float[] {1, 2, 3, 4, 5}, NONE_OPEN);
        // Median 3; the 90th percentile lies 0.6 of the way from 4 to 5: scale 1.6 / 1.28155.
        double scale = 1.6 / 1.28155;
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double atFive = -Math.log(1 - normal.cumulativeProbability(2 / scale));
        double atSeven = -Math.log(1 - normal.cumulativeProbability(4 / scale));
        double upToFive = 1.0 / 5 + 1.0 / 4 + 1.0 / 3 + 1.0 / 2 + 1;
        assertThat(hazard.at(7)).isCloseTo(upToFive + atSeven - atFive, within(1e-3));
    }

    @Test
    void isOneOnAverageWhenAnItemIsCompleted() {
        Random random = new Random(3);
        double sum = 0;
        int draws = 20_000;
        for (int draw = 0; draw < draws / 20; draw++) {
            float[] reference = new float[100];
            for (int at = 0; at < reference.length; at++) {
                reference[at] = (float) random.nextGaussian();
            }
            Arrays.sort(reference);
            CumulativeHazard hazard = CumulativeHazard.of(reference, NONE_OPEN);
            for (int item = 0; item < 20; item++) {
                sum += hazard.at(random.nextGaussian());
            }
        }
        // Exponential: standard error 1 / sqrt(20,000) = 0.007, and 0.003 of the references.
        assertThat(sum / draws).isCloseTo(1, within(0.03));
    }

    @Test
    void neverFalls() {
        CumulativeHazard hazard = CumulativeHazard.of(new float[] {1, 1, 2, 4}, new float[] {1.5f});
        double last = 0;
        for (double age = -2; age < 200; age += 0.01) {
            double now = hazard.at(age);
            assertThat(now).isGreaterThanOrEqualTo(last).isFinite();
            last = now;
        }
    }

    @Test
    void whatIsWatchedForSoLongOnlyLapsesThere() {
        // At 1 three are at risk: two completed within the limit, one that lapsed. At 2 two are.
        CumulativeHazard hazard = CumulativeHazard.upTo(3, new float[] {1, 2, 4}, 1);
        assertThat(hazard.at(1)).isCloseTo(1 / 3.0, within(1e-6));
        assertThat(hazard.at(2)).isCloseTo(1 / 3.0 + 1 / 2.0, within(1e-6));
        assertThat(hazard.at(10)).isEqualTo(hazard.at(3));
        assertThat(hazard.isWatched(2)).isTrue();
        assertThat(hazard.isWatched(4)).isFalse();
    }
}
