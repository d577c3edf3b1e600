package dev.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MixesTest {

    @Test
    void theSameMixIsNoDivergence() {
        assertThat(
                        Mixes.divergence(
                                Map.of("bug", 1L, "feature", 3L), Map.of("bug", 2L, "feature", 6L)))
                .isZero();
    }

    @Test
    void mixesThatShareNothingAreOneBitApart() {
        assertThat(Mixes.divergence(Map.of("feature", 3L), Map.of("bug", 2L)))
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void allPlannedAsFeaturesAndHalfOfTheWorkDoneOnBugs() {
        // P = (1, 0), Q = (1/2, 1/2), M = (3/4, 1/4).
        // KL(P|M) = log2(4/3) = 0.415037; KL(Q|M) = (log2(2/3) + log2(2)) / 2 = 0.207519.
        assertThat(Mixes.divergence(Map.of("feature", 4L), Map.of("feature", 1L, "bug", 1L)))
                .isEqualTo((0.415037 + 0.207519) / 2, within(1e-6));
    }

    @Test
    void whatAllShareEquallyIsEven() {
        assertThat(Mixes.evenness(5, 5, 5)).isEqualTo(1, within(1e-12));
        assertThat(Mixes.evenness(7, 0)).isZero();
    }

    @Test
    void threeOfFourByOneOfTwo() {
        // Entropy of (3/4, 1/4) = 2 - 3/4 log2(3) = 0.811278 bits, of 1 bit at most.
        assertThat(Mixes.evenness(3, 1)).isEqualTo(0.811278, within(1e-6));
    }
}
