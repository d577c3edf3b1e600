package dev.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {
    private static final long[] NONE = {};

    /**
     * Freireich's leukaemia patients on 6-MP, the textbook's example: S falls to 0.857, 0.807,
     * 0.753, 0.690, 0.627, 0.538, 0.448; the median is 23.
     */
    @Test
    void followsTheTextbooksLeukaemiaPatients() {
        SurvivalCurve curve =
                SurvivalCurve.of(
                        new long[] {6, 6, 6, 7, 10, 13, 16, 22, 23},
                        new long[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
        assertThat(curve.quantile(0.5)).isEqualTo(OptionalDouble.of(23));
        assertThat(curve.quantile(0.25)).isEqualTo(OptionalDouble.of(13));
        assertThat(curve.quantile(0.35)).isEqualTo(OptionalDouble.of(16));
        assertThat(curve.quantile(0.75)).isEmpty();
        // 6 + 0.857143 * 1 + 0.806723 * 3 + 0.752941 * 3 + 0.690196 * 3 + 0.627451 * 6
        // + 0.537815 * 1 + 0.448179 * 12, the area up to the longest stay of 35 weeks.
        assertThat(curve.restrictedMean()).isCloseTo(23.28739, within(1e-4));
    }

    @Test
    void takesTheSmallestValueThatTheShareDoesNotExceed() {
        SurvivalCurve oneToTen = SurvivalCurve.of(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, NONE);
        assertThat(oneToTen.quantile(0.001)).isEqualTo(OptionalDouble.of(1));
        assertThat(oneToTen.quantile(0.5)).isEqualTo(OptionalDouble.of(5));
        assertThat(oneToTen.quantile(0.75)).isEqualTo(OptionalDouble.of(8));
        assertThat(oneToTen.quantile(0.95)).isEqualTo(OptionalDouble.of(10));
        // 10 * 0.7 is 7, though 0.7 in binary is not, and 0.1 + 0.2 is more than 0.3.
        assertThat(oneToTen.quantile(0.7)).isEqualTo(OptionalDouble.of(7));
        assertThat(oneToTen.quantile(0.1 + 0.2)).isEqualTo(OptionalDouble.of(3));
    }

    @Test
    void letsEqualDurationsEndBeforeTheyAreCensored() {
        // At 5 three are at risk, one ends: S = 2/3. At 8 one is at risk and ends: S = 0.
        SurvivalCurve curve = SurvivalCurve.of(new long[] {5, 8}, new long[] {5});
        assertThat(curve.quantile(0.3)).isEqualTo(OptionalDouble.of(5));
        assertThat(curve.quantile(0.34)).isEqualTo(OptionalDouble.of(8));
        assertThat(curve.restrictedMean()).isEqualTo(5 + 2.0 / 3 * 3);
    }

    @Test
    void doesNotKnowAQuantileThatTheCurveNeverReaches() {
        // Two of four ended, two still run: S stays at 1/2.
        SurvivalCurve curve = SurvivalCurve.of(new long[] {10, 20}, new long[] {30, 40});
        assertThat(curve.quantile(0.25)).isEqualTo(OptionalDouble.of(10));
        assertThat(curve.quantile(0.5)).isEqualTo(OptionalDouble.of(20));
        assertThat(curve.quantile(0.51)).isEmpty();
        // 10 + 0.75 * 10 + 0.5 * 20
        assertThat(curve.restrictedMean()).isEqualTo(27.5);
    }

    @Test
    void raisesWhatIsLeftOverToTheRightWhereSomethingRunsEarly() {
        // 1 runs; at 2 three are at risk (2/3), at 4 two (1/3), at 6 one (0).
        SurvivalCurve curve = SurvivalCurve.of(new long[] {6, 2, 4}, new long[] {1});
        assertThat(curve.quantile(1.0 / 3)).isEqualTo(OptionalDouble.of(2));
        assertThat(curve.quantile(2.0 / 3)).isEqualTo(OptionalDouble.of(4));
        assertThat(curve.quantile(1)).isEqualTo(OptionalDouble.of(6));
        assertThat(curve.restrictedMean()).isCloseTo(4, within(1e-12));
    }

    @Test
    void hasNoQuantileButALowerBoundOfTheMeanWhereNothingEnded() {
        SurvivalCurve curve = SurvivalCurve.of(NONE, new long[] {3, 9});
        assertThat(curve.quantile(0.01)).isEmpty();
        assertThat(curve.restrictedMean()).isEqualTo(9);
    }

    @Test
    void hasNeitherWhereThereIsNothing() {
        SurvivalCurve curve = SurvivalCurve.of(NONE, NONE);
        assertThat(curve.quantile(0.5)).isEmpty();
        assertThatThrownBy(curve::restrictedMean).hasMessage("No duration, no mean");
    }

    @Test
    void refusesNegativeDurationsAndSharesOutsideOfZeroToOne() {
        assertThatThrownBy(() -> SurvivalCurve.of(new long[] {3, -1}, NONE))
                .hasMessage("A duration cannot be negative: -1");
        SurvivalCurve curve = SurvivalCurve.of(new long[] {1}, NONE);
        assertThatThrownBy(() -> curve.quantile(0))
                .hasMessage("A quantile is asked for q in (0, 1], not 0.0");
        assertThatThrownBy(() -> curve.quantile(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isThePlainQuantileAndThePlainMeanWhereNothingIsCensored() {
        long seed = 1958;
        Random random = new Random(seed);
        for (int sample = 0; sample < 500; sample++) {
            long[] durations = random.longs(1 + random.nextInt(60), 0, 40).toArray();
            long[] sorted = durations.clone();
            Arrays.sort(sorted);
            SurvivalCurve curve = SurvivalCurve.of(durations, NONE);
            for (double q : new double[] {0.01, 0.1, 0.25, 0.3, 0.5, 0.7, 0.75, 0.9, 0.95, 1}) {
                assertThat(curve.quantile(q))
                        .as("seed %s, q %s of %s", seed, q, Arrays.toString(sorted))
                        .isEqualTo(OptionalDouble.of((double) plainQuantile(sorted, q)));
            }
            assertThat(curve.restrictedMean())
                    .as("seed %s", seed)
                    .isEqualTo((double) Arrays.stream(sorted).sum() / sorted.length);
        }
    }

    /** Counts: the smallest value that at least the share q of the sample does not exceed. */
    private static long plainQuantile(long[] sorted, double q) {
        return Arrays.stream(sorted)
                .filter(value -> shareUpTo(sorted, value) >= q - 1e-9)
                .findFirst()
                .orElseThrow();
    }

    private static double shareUpTo(long[] sorted, long value) {
        return (double) Arrays.stream(sorted).filter(other -> other <= value).count()
                / sorted.length;
    }
}
