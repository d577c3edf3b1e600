package dev.plumbline.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KswinTest {

    @Test
    void theStatisticIsHowFarTheNewerDistributionLiesBelow() {
        // At 3 all of the older and one of three newer lie below: 1 - 1/3.
        double rise = Kswin.rise(new double[] {1, 2, 3}, new double[] {2.5, 4, 5});
        assertThat(rise).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Kswin.rise(new double[] {4, 5, 6}, new double[] {1, 2, 3})).isZero();
    }

    @Test
    void theCriticalValueIsThatOfTwoSamplesOfEqualSize() {
        // Three against three: D+ = 1 in one of C(6, 3) = 20 orders.
        assertThat(Kswin.critical(3, 0.05)).isEqualTo(1);
        // Thirty against thirty: C(60, 17) / C(60, 30) = 0.0033 at 13/30, not enough for 0.0025;
        // C(60, 16) / C(60, 30) = 0.0013 at 14/30.
        assertThat(Kswin.usualThreshold()).isEqualTo(14 / 30.0);
    }

    @Test
    void aFullWindowWhoseNewestThirtyAreAllLargerIsAtOne() {
        Kswin kswin = new Kswin(null);
        double last = 0;
        for (int item = 0; item < 100; item++) {
            last = kswin.after(item < 70 ? item : 1_000 + item);
        }
        assertThat(last).isEqualTo(1);
    }
}
