package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RealSeriesTest {

    private static final double HOUR = 3_600;

    @Test
    void whatIsLeftOfAnOpenEpisodeAndAllOfALaterOneTakesTimesAsLong() {
        double onset = 10 * HOUR;
        assertThat(new RealEpisode(0, 9 * HOUR).slower(onset, 3))
                .isEqualTo(new RealEpisode(0, 9 * HOUR));
        // Two of its eight hours are left: they take six.
        assertThat(new RealEpisode(4 * HOUR, 12 * HOUR).slower(onset, 3))
                .isEqualTo(new RealEpisode(4 * HOUR, 16 * HOUR));
        assertThat(new RealEpisode(11 * HOUR, 12 * HOUR).slower(onset, 3))
                .isEqualTo(new RealEpisode(11 * HOUR, 14 * HOUR));
    }

    @Test
    void aMinuteIsAddedBeforeTheLogarithm() {
        assertThat(new RealEpisode(0, 59 * 60).logHours()).isCloseTo(0, within(1e-12));
    }
}
