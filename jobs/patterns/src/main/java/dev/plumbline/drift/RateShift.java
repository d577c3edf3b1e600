package dev.plumbline.drift;

/**
 * Whether a share of items has moved, for tails (items above the reference's 90th percentile) and
 * for rates (reworked, reopened, unverified). The odds p / (1 - p) are multiplied by r = 1.5, 2.5
 * and 5, or divided where a fall is looked for: q = r p / (1 - p + r p). An item that has it brings
 * ln(q / p), one that has not ln((1 - q) / (1 - p)).
 *
 * <p>Sources: M. R. Reynolds and Z. G. Stoumbos, A CUSUM Chart for Monitoring a Proportion When
 * Inspecting Continuously, Journal of Quality Technology 31 (1999) 87-108; the steps make a {@link
 * ShiryaevRoberts} mixture.
 */
public final class RateShift {

    private static final double SMALL = 1.5;
    private static final double MIDDLE = 2.5;
    private static final double LARGE = 5;

    private RateShift() {}

    /**
     * One more item, looking for a rise.
     *
     * @param has whether the item is counted
     * @param usual share in the reference, above 0 and below 1
     */
    public static ShiryaevRoberts rise(ShiryaevRoberts before, boolean has, double usual) {
        return before.plus(
                ratio(has, usual, SMALL), ratio(has, usual, MIDDLE), ratio(has, usual, LARGE));
    }

    /** One more item, looking for a fall. */
    public static ShiryaevRoberts fall(ShiryaevRoberts before, boolean has, double usual) {
        return before.plus(
                ratio(has, usual, 1 / SMALL),
                ratio(has, usual, 1 / MIDDLE),
                ratio(has, usual, 1 / LARGE));
    }

    /**
     * The share of a reference, kept away from 0 and 1: half an item is added on either side.
     *
     * @param having items of the reference that are counted
     */
    public static double usual(double having, int size) {
        return (having + 0.5) / (size + 1);
    }

    private static double ratio(boolean has, double usual, double oddsRatio) {
        double scale = 1 - usual + oddsRatio * usual;
        return StrictMath.log(has ? oddsRatio / scale : 1 / scale);
    }
}
