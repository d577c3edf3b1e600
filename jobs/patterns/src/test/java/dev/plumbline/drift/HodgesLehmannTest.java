package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {

    @Test
    void isTheMedianOfAllPairwiseDifferences() {
        // 3-1 3-2 3-4 7-1 7-2 7-4: 2 1 -1 6 5 3; sorted -1 1 2 3 5 6: the median is 2.5.
        Ratio ratio = HodgesLehmann.ratio(new float[] {1, 2, 4}, new float[] {3, 7}, 0.8);
        assertThat(ratio.estimate()).isCloseTo(Math.exp(2.5), within(1e-9));
        // 6 / 2 - 1.2816 sqrt(6 (3 + 2 + 1) / 12) = 3 - 2.22: floor 0, so the first and the last.
        assertThat(ratio.low()).isCloseTo(Math.exp(-1), within(1e-9));
        assertThat(ratio.high()).isCloseTo(Math.exp(6), within(1e-9));
    }

    @Test
    void theIntervalIsBetweenTwoOfTheOrderedDifferences() {
        float[] reference = {0, 1, 2, 3};
        float[] current = {10, 20, 30, 40};
        // 16 / 2 - 1.2816 sqrt(16 * 9 / 12) = 8 - 4.44 = 3.56: the third smallest and the third
        // largest. Differences: 7 8 9 10 17 18 19 20 27 28 29 30 37 38 39 40.
        Ratio ratio = HodgesLehmann.ratio(reference, current, 0.8);
        assertThat(Math.log(ratio.low())).isCloseTo(9, within(1e-9));
        assertThat(Math.log(ratio.high())).isCloseTo(38, within(1e-9));
        assertThat(Math.log(ratio.estimate())).isCloseTo((20 + 27) / 2.0, within(1e-9));
    }

    @Test
    void agreesWithSortingAllPairs() {
        Random random = new Random(12);
        for (int round = 0; round < 200; round++) {
            float[] reference = draw(random, 1 + random.nextInt(40));
            float[] current = draw(random, 1 + random.nextInt(30));
            double[] differences = new double[reference.length * current.length];
            int at = 0;
            for (float one : reference) {
                for (float other : current) {
                    differences[at++] = (double) other - one;
                }
            }
            Arrays.sort(differences);
            double median = (differences[(at - 1) / 2] + differences[at / 2]) / 2;
            assertThat(HodgesLehmann.ratio(reference, current, 0.8).estimate())
                    .isCloseTo(Math.exp(median), within(1e-9));
        }
    }

    @Test
    void theIntervalHoldsTheTruthFourTimesInFive() {
        Random random = new Random(90);
        int held = 0;
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            float[] reference = normal(random, 100, 0);
            float[] current = normal(random, 20, Math.log(2));
            Ratio ratio = HodgesLehmann.ratio(reference, current, 0.8);
            held += ratio.low() <= 2 && 2 <= ratio.high() ? 1 : 0;
        }
        // Standard error sqrt(0.8 * 0.2 / 2000) = 0.009; three of them.
        assertThat((double) held / rounds).isCloseTo(0.8, within(0.03));
    }

    @Test
    void sharesAreComparedOnTheLogarithmOfTheirRatio() {
        // 10.5 / 101 usual, 10.5 / 21 now: 4.8095 times.
        // Variance 0.5 / (0.5 * 21) + 0.8960 / (0.10396 * 101) = 0.04762 + 0.08534 = 0.13296;
        // exp(1.2816 * 0.36463) = 1.5957.
        Ratio ratio = RateRatio.ratio(10, 100, 10, 20, 0.8);
        assertThat(ratio.estimate()).isCloseTo(4.8095, within(1e-4));
        assertThat(ratio.low()).isCloseTo(4.8095 / 1.5957, within(1e-3));
        assertThat(ratio.high()).isCloseTo(4.8095 * 1.5957, within(1e-2));
    }

    private static float[] draw(Random random, int size) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = random.nextInt(20) / 4f;
        }
        Arrays.sort(values);
        return values;
    }

    private static float[] normal(Random random, int size, double mean) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) (mean + random.nextGaussian());
        }
        Arrays.sort(values);
        return values;
    }
}
