package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnsetTest {

    @Test
    void liesWhereTheMeansBeforeAndAfterAreFurthestApart() {
        // A reference of 3 with mean 0, then 0, 2, 2. From the second on: 4 before with mean 0 and
        // 2
        // after with mean 2: 8/6 * 4/2 = 2.67. From the first on: 3 and 3 with mean 4/3:
        // 9/6 * 1.78/2 = 1.33. From the last on: 5 with mean 0.4 and 1: 5/6 * 2.56/2 = 1.07.
        Onset onset = Onset.of(new double[] {0, 2, 2}, 3);
        assertThat(onset.place()).isEqualTo(1);
        // Within 1.92 of 2.67, that is from 0.75 on: all three.
        assertThat(onset.earliest()).isZero();
        assertThat(onset.latest()).isEqualTo(2);
    }

    @Test
    void isSureOfALargeAndLongChange() {
        double[] scores = new double[60];
        Arrays.fill(scores, 30, 60, 2);
        Onset onset = Onset.of(scores, 100);
        assertThat(onset.place()).isEqualTo(30);
        // One place off costs about 2 * 2 / 2 = 2 log likelihood units.
        assertThat(onset.earliest()).isBetween(29, 30);
        assertThat(onset.latest()).isBetween(30, 31);
    }

    @Test
    void isOffByFiveItemsAtMostHalfOfTheTimes() {
        Random random = new Random(21);
        int close = 0;
        int held = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            double[] scores = new double[60];
            for (int at = 0; at < scores.length; at++) {
                scores[at] = random.nextGaussian() + (at < 40 ? 0 : Math.log(2));
            }
            Onset onset = Onset.of(scores, 100);
            close += Math.abs(onset.place() - 40) <= 5 ? 1 : 0;
            held += onset.earliest() <= 40 && 40 <= onset.latest() ? 1 : 0;
        }
        assertThat(close).isGreaterThan(rounds / 2);
        assertThat(held).isGreaterThan(rounds * 85 / 100);
    }
}
