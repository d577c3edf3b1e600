package dev.plumbline.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OnlineChangePointTest {

    /** Mean 0 and deviation 1. */
    private static final double[] REFERENCE = {-1, 0, 1};

    @Test
    void theFirstPredictiveIsStudentsTWithTwoDegreesOfFreedom() {
        // a = b = k = 1: scale squared 2, t2(0) = 1 / (2 sqrt 2) = 0.35355, by sqrt 2: 0.25.
        assertThat(StudentPredictive.of(0, 0, 0, 1)).isCloseTo(0.25, within(1e-9));
        // At 2: (1 + 4 / 4)^-1.5 = 0.35355 of it.
        assertThat(StudentPredictive.of(2, 0, 0, 1)).isCloseTo(0.25 * 0.353553, within(1e-6));
    }

    @Test
    void afterOneValueTheRunHasBegunAnewWithTheHazard() {
        // Whatever the value: p(0) = h; the old run, of one value above zero, has 1 - h.
        OnlineChangePoint detector = new OnlineChangePoint(REFERENCE, 0.25);
        assertThat(detector.after(2)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void afterTwoValuesTheRunsAreWeighedByTheirPredictives() {
        OnlineChangePoint detector = new OnlineChangePoint(REFERENCE, 0.25);
        detector.after(2);
        // Runs: 0 (0.25) and 1 (0.75; mean 1, b = 1 + 1 x 4 / 4 = 2, a = 1.5, k = 2).
        // f at -3 of run 0: 0.25 (1 + 9 / 4)^-1.5 = 0.042669; it becomes a run with mean -1.5.
        // f at -3 of run 1: scale 2 b (k + 1) / k = 6, Gamma(2) / Gamma(1.5) = 1.128379,
        // 1.128379 / sqrt(6 pi) (1 + 16 / 6)^-2 = 0.259899 x 0.074380 = 0.019331; mean 1 - 4 / 3.
        // Neither lies above the usual: nothing has risen.
        assertThat(StudentPredictive.of(-3, 0, 0, 1)).isCloseTo(0.042669, within(1e-5));
        assertThat(StudentPredictive.of(-3, 1, 1, 2)).isCloseTo(0.019331, within(1e-5));
        assertThat(detector.after(-3)).isZero();
        OnlineChangePoint other = new OnlineChangePoint(REFERENCE, 0.25);
        other.after(2);
        // At 2 again both go on above the usual: all but the hazard.
        assertThat(other.after(2)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void aRiseAfterALongQuietIsNearlyCertainAndAFallIsNone() {
        OnlineChangePoint up = new OnlineChangePoint(REFERENCE, 0.004);
        OnlineChangePoint down = new OnlineChangePoint(REFERENCE, 0.004);
        for (int item = 0; item < 400; item++) {
            double noise = item % 3 - 1;
            up.after(noise);
            down.after(noise);
        }
        double risen = 0;
        double fallen = 0;
        for (int item = 0; item < 20; item++) {
            double noise = item % 3 - 1;
            risen = up.after(3 + noise);
            fallen = down.after(-3 + noise);
        }
        assertThat(risen).isGreaterThan(0.95);
        assertThat(fallen).isLessThan(0.05);
    }
}
