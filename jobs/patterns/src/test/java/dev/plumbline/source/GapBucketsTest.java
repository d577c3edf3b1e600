package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapBucketsTest {

    @Test
    void upToAnHourEachMinuteIsItsOwn() {
        for (int minutes = 0; minutes < 64; minutes++) {
            assertThat(GapBuckets.highest(GapBuckets.of(minutes))).isEqualTo(minutes);
        }
    }

    /** 1,000 minutes lie in the bucket of 992 to 1,007. */
    @Test
    void aLongerGapIsRoundedUpToTheEndOfItsBucket() {
        assertThat(GapBuckets.highest(GapBuckets.of(992))).isEqualTo(1_007);
        assertThat(GapBuckets.highest(GapBuckets.of(1_007))).isEqualTo(1_007);
        assertThat(GapBuckets.highest(GapBuckets.of(1_008))).isEqualTo(1_023);
    }

    @Test
    void noGapOfTwoYearsIsRoundedDownOrUpByMoreThanAThirtySecond() {
        int before = -1;
        for (long minutes = 0; minutes < 2 * 365 * 24 * 60; minutes++) {
            int bucket = GapBuckets.of(minutes);
            long highest = GapBuckets.highest(bucket);
            assertThat(highest).isBetween(minutes, minutes + minutes / 32);
            assertThat(bucket).isGreaterThanOrEqualTo(before);
            before = bucket;
        }
        assertThat(before).isLessThan(600);
    }
}
