package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiryaevRobertsTest {

    @Test
    void addsUpTheLikelihoodRatiosOfAllOnsets() {
        // A score of 1 brings 0.25 - 0.03125 = 0.21875, 0.6 - 0.18 = 0.42, 1.1 - 0.605 = 0.495.
        ShiryaevRoberts one = LevelShift.step(ShiryaevRoberts.NONE, 1);
        assertThat(one.small()).isCloseTo(1.2445, within(1e-4));
        assertThat(one.middle()).isCloseTo(1.5220, within(1e-4));
        assertThat(one.large()).isCloseTo(1.6405, within(1e-4));
        // A second one: (1 + 1.2445) 1.2445 = 2.7933; 2.5220 * 1.5220 = 3.8384; 4.3318.
        ShiryaevRoberts two = LevelShift.step(one, 1);
        assertThat(two.small()).isCloseTo(2.7933, within(1e-3));
        assertThat(two.middle()).isCloseTo(3.8384, within(1e-3));
        assertThat(two.large()).isCloseTo(4.3318, within(1e-3));
        // ln((2.7933 + 3.8384 + 4.3318) / 3) = ln 3.6545
        assertThat(two.evidence()).isCloseTo(1.2960, within(1e-3));
        assertThat(two.itemsSinceOnset()).isEqualTo(2);
    }

    @Test
    void forgetsTheOnsetWhenItsCusumIsBackAtZero() {
        ShiryaevRoberts sums = LevelShift.step(ShiryaevRoberts.NONE, 1);
        // The large shift: 0.495, then -1.1 - 0.605 = -1.705: below zero.
        sums = LevelShift.step(sums, -1);
        assertThat(sums.largeCusum()).isZero();
        assertThat(sums.largeItems()).isZero();
        // The small one: 0.21875, then -0.25 - 0.03125 = -0.28125: below zero, too.
        assertThat(sums.smallItems()).isZero();
    }

    @Test
    void tellsARateThatRises() {
        // A tenth usual, odds 1/9. Five times the odds: 5/9, a share of 5/14 = 0.357.
        // One that has it: ln(0.357 / 0.1) = 1.2730, R = 3.571; one that has not:
        // (1 + 3.571) (9/14) / 0.9 = 4.571 * 0.7143 = 3.265
        ShiryaevRoberts has = RateShift.rise(ShiryaevRoberts.NONE, true, 0.1);
        assertThat(has.large()).isCloseTo(3.5714, within(1e-4));
        assertThat(RateShift.rise(has, false, 0.1).large()).isCloseTo(3.2653, within(1e-4));
        // Looking for a fall, a fifth of the odds: 1/45, a share of 1/46: ratio 10/46.
        assertThat(RateShift.fall(ShiryaevRoberts.NONE, true, 0.1).large())
                .isCloseTo(0.21739, within(1e-5));
    }

    @Test
    void whatIsNeverSeenInTheReferenceIsNotImpossible() {
        // None of 30: half an item of 31.
        assertThat(RateShift.usual(0, 30)).isCloseTo(0.01613, within(1e-5));
        assertThat(RateShift.usual(30, 30)).isCloseTo(0.98387, within(1e-5));
    }

    @Test
    void theTailIsTheUpperTenthWhateverTheSize() {
        float[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        // Nine of ten below; among eleven ranks two are as high: 9 and 10.
        assertThat(TailShift.isInTail(ten, 9.5f)).isTrue();
        assertThat(TailShift.isInTail(ten, 8.5f)).isFalse();
        assertThat(TailShift.usual(10)).isCloseTo(2.0 / 11, within(1e-12));
        // Equal to the ninth of them: eight and a half below.
        assertThat(TailShift.isInTail(ten, 9)).isFalse();
        // Of a hundred: ranks 90 to 100.
        assertThat(TailShift.usual(100)).isCloseTo(11.0 / 101, within(1e-12));
        assertThat(TailShift.usual(30)).isCloseTo(4.0 / 31, within(1e-12));
    }

    @Test
    void staysWithinBoundsWhateverComes() {
        Random random = new Random(11);
        ShiryaevRoberts sums = ShiryaevRoberts.NONE;
        for (int item = 0; item < 100_000; item++) {
            double score = 2.6 * (random.nextBoolean() ? 1 : random.nextGaussian());
            sums = LevelShift.step(sums, score);
            assertThat(sums.mean()).isPositive().isLessThanOrEqualTo(ShiryaevRoberts.MOST);
            assertThat(sums.evidence()).isLessThan(35);
        }
    }

    /** E(R) after n items is n where nothing changes: what makes it evidence. */
    @Test
    void growsByOnePerItemOnAverageWhereNothingChanges() {
        Random random = new Random(7);
        double sum = 0;
        int series = 40_000;
        for (int one = 0; one < series; one++) {
            ShiryaevRoberts sums = ShiryaevRoberts.NONE;
            for (int item = 0; item < 10; item++) {
                sums = LevelShift.step(sums, random.nextGaussian());
            }
            sum += sums.small();
        }
        // The small sum's standard deviation after ten items is about 4: error 0.02, five of them.
        assertThat(sum / series).isCloseTo(10, within(0.1));
    }
}
