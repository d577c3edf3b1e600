package dev.plumbline.source;

/**
 * Gaps in whole minutes, told apart to 1 in 32: exact up to 63 minutes, then in buckets whose
 * highest gap is at most 3.2 % over the lowest. A bucket stands for its highest gap, so that a
 * quantile is never short. Counts of buckets add up in any order.
 */
final class GapBuckets {

    private static final int EXACT_BITS = 6;
    private static final int STEPS = 1 << (EXACT_BITS - 1);

    private GapBuckets() {}

    /** The bucket of a gap of so many minutes, not negative. */
    static int of(long minutes) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(minutes) - EXACT_BITS);
        return shift * STEPS + (int) (minutes >> shift);
    }

    /** The longest gap in a bucket, minutes. */
    static long highest(int bucket) {
        int shift = Math.max(0, bucket / STEPS - 1);
        long mantissa = bucket - (long) shift * STEPS;
        return ((mantissa + 1) << shift) - 1;
    }
}
