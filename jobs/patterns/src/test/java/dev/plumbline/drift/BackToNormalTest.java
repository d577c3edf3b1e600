package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BackToNormalTest {

    @Test
    void usualScoresAddUpAgainstTheMeanSinceTheOnset() {
        // Twelve items with a sum of 10, and four of 0.7 assumed: 12.8 / 16 = 0.8.
        ReturnTest changed = ReturnTest.since(10, 12);
        // A score of 0 brings 0.8 * 0.4 = 0.32; another of -0.5 brings 0.8 * 0.9 = 0.72.
        ReturnTest usual = changed.plus(0);
        assertThat(usual.evidence()).isCloseTo(0.32, within(1e-12));
        assertThat(usual.plus(-0.5).evidence()).isCloseTo(1.04, within(1e-12));
        // Twelve of them, 3.84, are less than ln 50 = 3.912: the thirteenth, 4.16.
        ReturnTest back = changed;
        for (int item = 0; item < 12; item++) {
            back = back.plus(0);
        }
        assertThat(back.isBack()).isFalse();
        assertThat(back.plus(0).isBack()).isTrue();
    }

    @Test
    void aLargeChangeTakesMoreEvidenceThanFiftyToOne() {
        // 32.8 / 34 = 0.965: a usual score brings 0.465; ln 50 = 3.912 would be nine of them.
        ReturnTest back = ReturnTest.since(30, 30);
        for (int item = 0; item < 11; item++) {
            back = back.plus(0);
        }
        assertThat(back.isBack()).isFalse();
        assertThat(back.plus(0).plus(0).isBack()).isTrue();
        // 1.25 at most: 0.781 each; seven make 5.47, eight 6.25, more than ln 400 = 5.99.
        back = ReturnTest.since(60, 30);
        for (int item = 0; item < 7; item++) {
            back = back.plus(0);
        }
        assertThat(back.isBack()).isFalse();
        assertThat(back.plus(0).isBack()).isTrue();
    }

    @Test
    void changedScoresAreLearnedAndUsualOnesAreNot() {
        ReturnTest changed = ReturnTest.since(10, 12).plus(1);
        assertThat(changed).isEqualTo(new ReturnTest(0, 11, 13));
        assertThat(changed.plus(0).sum()).isEqualTo(11);
    }

    @Test
    void sharesAreComparedWithTheShareSinceTheOnset() {
        // 9.5 of 19 since, a tenth usually: odds 9 times; one without: ln(0.9 / 0.5) = 0.5878.
        ReturnTest changed = ReturnTest.since(9, 18);
        ReturnTest without = changed.plus(false, 0.1, Direction.UP);
        assertThat(without.evidence()).isCloseTo(0.5878, within(1e-4));
        // One with: ln(0.1 / 0.5) = -1.609, so nothing is left.
        assertThat(without.plus(true, 0.1, Direction.UP).evidence()).isZero();
    }
}
