package dev.plumbline.debt;

/**
 * Waits in whole seconds, told apart to 1 in 128: exact up to 255 seconds, then in buckets whose
 * longest wait is less than 0.8 % over the shortest. A bucket stands for its longest wait, so that
 * a quantile is never short and what is usual is never beyond it. Counts of buckets add up in any
 * order.
 */
final class Waits {

    private static final int EXACT_BITS = 8;
    private static final int STEPS = 1 << (EXACT_BITS - 1);

    private Waits() {}

    /** The bucket of a wait of so many seconds, not negative. */
    static int bucket(long seconds) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(seconds) - EXACT_BITS);
        return shift * STEPS + (int) (seconds >> shift);
    }

    /** The longest wait in a bucket, seconds. */
    static long longest(int bucket) {
        int shift = Math.max(0, bucket / STEPS - 1);
        long mantissa = bucket - (long) shift * STEPS;
        return ((mantissa + 1) << shift) - 1;
    }
}
