package dev.plumbline.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PageHinkleyTest {

    @Test
    void addsWhatLiesAboveTheMeanSoFarAndIsSilentForThirtyValues() {
        PageHinkley test = new PageHinkley(0.5);
        for (int item = 1; item <= 29; item++) {
            assertThat(test.after(0)).isZero();
        }
        // The 30th is 31: mean 31 / 30 = 1.0333; it adds 31 - 1.0333 - 0.5 = 29.4667 to a sum that
        // was at its least (the fading of 0.9999 takes 0.0014 from it: 29 halves, about -14.48).
        double least = 0;
        for (int item = 1; item <= 29; item++) {
            least = 0.9999 * least - 0.5;
        }
        assertThat(test.after(31)).isCloseTo(29.4667 - 0.0001 * least, within(0.0001));
    }
}
