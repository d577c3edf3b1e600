package dev.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final long[] ONE_TO_TEN = LongStream.rangeClosed(1, 10).toArray();

    @Test
    void takesTheSmallestValueThatTheShareDoesNotExceed() {
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.5)).isEqualTo(5);
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.75)).isEqualTo(8);
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.9)).isEqualTo(9);
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.95)).isEqualTo(10);
        assertThat(Quantiles.type1(ONE_TO_TEN, 1)).isEqualTo(10);
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.001)).isEqualTo(1);
    }

    @Test
    void isNotMisledByBinaryFractions() {
        // 10 * 0.7 is 7, though 0.7 in binary is not, and 0.1 + 0.2 is more than 0.3.
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.7)).isEqualTo(7);
        assertThat(Quantiles.type1(ONE_TO_TEN, 0.1 + 0.2)).isEqualTo(3);
    }

    @Test
    void givesTheOnlyValueForEveryShare() {
        assertThat(Quantiles.type1(new long[] {42}, 0.05)).isEqualTo(42);
        assertThat(Quantiles.type1(new long[] {42}, 1)).isEqualTo(42);
    }

    @Test
    void refusesAnEmptySample() {
        assertThatThrownBy(() -> Quantiles.type1(new long[] {}, 0.5))
                .hasMessage("An empty sample has no quantile");
    }
}
