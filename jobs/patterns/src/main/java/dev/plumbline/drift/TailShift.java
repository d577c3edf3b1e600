package dev.plumbline.drift;

/**
 * Whether more items than usual lie in the upper tenth of the reference: a pod whose usual items
 * stay as they were while its slow ones become more. A value is in the tail if its rank among the m
 * reference values, ties half, is at least nine tenths of m; while nothing changes that happens
 * with probability (m - ceil(0.9 m) + 1) / (m + 1), whatever the distribution.
 *
 * <p>The steps are those of {@link RateShift}; sources there.
 */
public final class TailShift {

    private static final double TAIL_FROM = 0.9;

    private TailShift() {}

    /**
     * One more item.
     *
     * @param reference ascending, at least ten
     */
    public static ShiryaevRoberts step(ShiryaevRoberts before, float[] reference, float value) {
        return RateShift.rise(before, isInTail(reference, value), usual(reference.length));
    }

    /** Whether a value lies in the upper tenth. */
    static boolean isInTail(float[] reference, float value) {
        double rank = RankScore.countBelow(reference, value);
        for (int at = (int) rank; at < reference.length && reference[at] == value; at++) {
            rank += 0.5;
        }
        return rank >= TAIL_FROM * reference.length;
    }

    /** The share of values in the tail while nothing changes. */
    static double usual(int size) {
        double firstRank = Math.ceil(TAIL_FROM * size - 1e-9);
        return (size - firstRank + 1) / (size + 1);
    }
}
