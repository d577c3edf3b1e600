package dev.plumbline.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GapSumsTest {

    private static GapSums minutes(long minutes) {
        return GapSums.of(Duration.ofMinutes(minutes).toMillis());
    }

    @Test
    void countsAGapOnTheLogarithmicScaleInMillionths() {
        // ln(59 + 1) = 4.094345, its square 16.763657 (of the rounded 4.094345: 16.763661)
        assertThat(minutes(59)).isEqualTo(new GapSums(1, 4_094_345, 16_763_661));
    }

    @Test
    void doesNotCountWhatIsShorterThanAMinute() {
        assertThat(GapSums.of(0)).isEqualTo(GapSums.NONE);
        assertThat(GapSums.of(59_999)).isEqualTo(GapSums.NONE);
        // ln 2 = 0.693147, its square 0.480453
        assertThat(GapSums.of(60_000)).isEqualTo(new GapSums(1, 693_147, 480_453));
    }

    @Test
    void knowsMeanAndSquaredDeviations() {
        // y = ln 2, ln 8, ln 32 = 1, 3, 5 times ln 2: mean 3 ln 2, squares 8 (ln 2)^2
        GapSums three = minutes(1).plus(minutes(7)).plus(minutes(31));
        assertThat(three.n()).isEqualTo(3);
        assertThat(three.mean()).isCloseTo(3 * Math.log(2), within(1e-6));
        assertThat(three.squaredDeviations())
                .isCloseTo(8 * Math.log(2) * Math.log(2), within(1e-5));
    }

    @Test
    void addsUpToTheSameInAnyOrder() {
        Random random = new Random(11);
        List<GapSums> gaps = new ArrayList<>();
        for (int gap = 0; gap < 2_000; gap++) {
            gaps.add(GapSums.of((long) (60_000 * Math.exp(6 + 2 * random.nextGaussian()))));
        }
        GapSums inOrder = gaps.stream().reduce(GapSums.NONE, GapSums::plus);
        Collections.shuffle(gaps, random);
        assertThat(gaps.stream().reduce(GapSums.NONE, GapSums::plus)).isEqualTo(inOrder);
    }

    @Test
    void equalGapsHaveNoDeviationsThoughTheirSumsAreRounded() {
        GapSums sums = GapSums.NONE;
        for (int gap = 0; gap < 1_000; gap++) {
            sums = sums.plus(minutes(100));
        }
        assertThat(sums.squaredDeviations()).isBetween(0.0, 0.01);
    }
}
