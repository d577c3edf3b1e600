package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankScoreTest {

    private static final float[] THREE = {1, 2, 4};

    @Test
    void scoresAValueByTheShareOfTheReferenceBelowIt() {
        // three below: (3 + 0.5) / 4 = 0.875, of which the normal quantile is 1.1503
        assertThat(RankScore.of(THREE, 5)).isCloseTo(1.1503, within(1e-4));
        // two below: 2.5 / 4 = 0.625, quantile 0.3186; none below: 0.5 / 4 = 0.125
        assertThat(RankScore.of(THREE, 3)).isCloseTo(0.3186, within(1e-4));
        assertThat(RankScore.of(THREE, 0)).isCloseTo(-1.1503, within(1e-4));
    }

    @Test
    void countsHalfOfTheTies() {
        // one below and half of one equal: (1 + 0.5 + 0.5) / 4 = 0.5
        assertThat(RankScore.of(THREE, 2)).isCloseTo(0, within(1e-12));
        // half of four: (0 + 2 + 0.5) / 5 = 0.5
        assertThat(RankScore.of(new float[] {7, 7, 7, 7}, 7)).isCloseTo(0, within(1e-12));
    }

    @Test
    void noOutlierCountsMoreThanTwoAndAHalfStandardDeviationsAgainstAHundred() {
        float[] hundred = new float[100];
        for (int at = 0; at < hundred.length; at++) {
            hundred[at] = at;
        }
        // 100.5 / 101 = 0.99505, quantile 2.579
        assertThat(RankScore.of(hundred, Float.MAX_VALUE)).isCloseTo(2.579, within(1e-3));
    }

    @Test
    void isTheSameOnAnyScaleThatKeepsTheOrder() {
        Random random = new Random(4);
        float[] values = new float[40];
        for (int at = 0; at < values.length; at++) {
            values[at] = at + random.nextFloat() / 2;
        }
        float[] stretched = values.clone();
        for (int at = 0; at < values.length; at++) {
            stretched[at] = values[at] * values[at];
        }
        for (int draw = 0; draw < 200; draw++) {
            float value = 41 * random.nextFloat();
            assertThat(RankScore.of(stretched, value * value))
                    .isEqualTo(RankScore.of(values, value));
        }
    }
}
