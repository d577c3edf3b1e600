package dev.plumbline.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdwinTest {

    @Test
    void theConfidenceIsTheOneAtWhichTheBoundIsTheExcess() {
        // m = 5, variance 0.25, L = 4: sqrt(2 / 5 x 0.25 x 4) + 2 / 15 x 4 = 0.63246 + 0.53333.
        assertThat(Adwin.confidence(1.16579, 0.25, 5)).isCloseTo(4, within(0.0001));
        assertThat(Adwin.confidence(-0.1, 0.25, 5)).isZero();
    }

    @Test
    void tenZerosAndTenOnesAreCutBetweenThem() {
        Adwin adwin = new Adwin(1);
        double last = 0;
        for (int item = 0; item < 20; item++) {
            last = adwin.after(item < 10 ? 0 : 1);
        }
        // Between them: excess 1, variance 1/4, 1 / m = 1/10 + 1/10, m = 5: with s = sqrt(L),
        // 0.13333 s^2 + 0.31623 s - 1 = 0, s = (sqrt(0.1 + 0.53333) - 0.31623) / 0.26667 = 1.79846,
        // L = 3.23445; less ln(2 ln 20) = 1.79037.
        assertThat(last).isCloseTo(1.44408, within(0.0005));
    }

    @Test
    void aFallIsNoRise() {
        Adwin adwin = new Adwin(1);
        for (int item = 0; item < 40; item++) {
            assertThat(adwin.after(item < 20 ? 1 : 0)).isZero();
        }
    }

    @Test
    void aLongWindowIsCompressedAndItsSumIsKept() {
        Adwin adwin = new Adwin(1);
        for (int item = 0; item < 1_000; item++) {
            adwin.after(0);
        }
        double last = 0;
        for (int item = 0; item < 32; item++) {
            last = adwin.after(1);
        }
        // With 32 ones among 1,032 a cut near them (delta below 0.002) is beyond doubt.
        assertThat(last).isGreaterThan(-Math.log(0.002));
    }
}
