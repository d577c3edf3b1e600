package dev.plumbline.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ControlChartTest {

    /** Of mean 10 and deviation 1 exactly: 10 - 1, 10, 10 + 1. */
    private static final double[] REFERENCE = {9, 10, 11};

    /** Montgomery, Introduction to Statistical Quality Control, table 9.1: mean 10, then 11. */
    private static final double[] MONTGOMERY = {
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40,
        10.08, 9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38,
        11.62, 11.31, 10.52
    };

    @Test
    void theCusumOfThePublishedExampleSignalsAtThe29thValueWith5Point28() {
        CusumChart chart = new CusumChart(REFERENCE, 0.5);
        for (int at = 0; at < 28; at++) {
            assertThat(chart.after(MONTGOMERY[at])).isLessThan(5);
        }
        assertThat(chart.after(MONTGOMERY[28])).isCloseTo(5.28, within(0.005));
        assertThat(chart.after(MONTGOMERY[29])).isCloseTo(5.30, within(0.005));
    }

    @Test
    void theEwmaOfTheSameExampleSignalsAtThe29thValue() {
        EwmaChart chart = new EwmaChart(REFERENCE, 0.1);
        // 0.1 x 9.45 + 0.9 x 10 = 9.945, its deviation 0.1: 0.55 below.
        assertThat(chart.after(MONTGOMERY[0])).isCloseTo(-0.55, within(1e-9));
        // 0.1 x 7.99 + 0.9 x 9.945 = 9.7495, its deviation 0.1 sqrt(1.81) = 0.13454.
        assertThat(chart.after(MONTGOMERY[1])).isCloseTo(-1.8620, within(0.0005));
        // Published: 10.5731 at the 28th, 10.6468 at the 29th, the limit is 10.62.
        for (int at = 2; at < 28; at++) {
            assertThat(chart.after(MONTGOMERY[at])).isLessThan(2.7);
        }
        assertThat(chart.after(MONTGOMERY[28])).isGreaterThan(2.7);
    }

    @Test
    void weeksOfTenItemsAreHeldAgainstTheWeeksOfTheReference() {
        // Three weeks of means 1, 2 and 3: mean 2, deviation 1.
        double[] reference = new double[30];
        for (int at = 0; at < 30; at++) {
            reference[at] = 1 + at / 10;
        }
        WeeklyThreeSigma chart = new WeeklyThreeSigma(reference);
        for (int item = 1; item < 10; item++) {
            assertThat(chart.after(5)).isZero();
        }
        assertThat(chart.after(5)).isCloseTo(3, within(1e-9));
        assertThat(chart.after(5)).isZero();
    }

    @Test
    void theMedianOfTwentyIsDividedByThatOfTheReference() {
        MedianRatio ratio = new MedianRatio(new double[] {Math.log(1), Math.log(8), Math.log(100)});
        for (int item = 1; item < 20; item++) {
            assertThat(ratio.after(Math.log(12))).isZero();
        }
        assertThat(ratio.after(Math.log(500))).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void aFixedLimitLooksAtOneItem() {
        assertThat(new FixedLimit().after(81)).isEqualTo(81);
    }
}
