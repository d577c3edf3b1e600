package dev.plumbline.drift;

/**
 * Three Shiryaev-Roberts sums for a small, a middle and a large change, with a CUSUM beside each.
 * Each item brings the log likelihood ratio l of its change against none: R &lt;- (1 + R) exp(l), S
 * &lt;- max(0, S + l). The evidence is the logarithm of the mean of the three R; the CUSUM of the
 * leading one was last at zero where the change seems to have begun.
 *
 * <p>Sources: A. N. Shiryaev, On Optimum Methods in Quickest Detection Problems, Theory of
 * Probability and Its Applications 8 (1963) 22-46; S. W. Roberts, A Comparison of Some Control
 * Chart Procedures, Technometrics 8 (1966) 411-430; for the mean of sums J. Shin, A. Ramdas and A.
 * Rinaldo, E-detectors: A Nonparametric Framework for Sequential Change Detection (2024, arXiv
 * 2203.03532); for the onset E. S. Page, Continuous Inspection Schemes, Biometrika 41 (1954)
 * 100-115.
 *
 * @param small the sum for a small change; none is larger than {@link #MOST}, so that the memory of
 *     a great change fades
 * @param smallCusum the CUSUM beside it
 * @param smallItems items since that CUSUM was at zero
 */
public record ShiryaevRoberts(
        double small,
        double middle,
        double large,
        double smallCusum,
        double middleCusum,
        double largeCusum,
        int smallItems,
        int middleItems,
        int largeItems) {

    public static final ShiryaevRoberts NONE = new ShiryaevRoberts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** e to the 34th, about: beyond every threshold in use. */
    public static final double MOST = 1e15;

    /** After one more item, given its log likelihood ratios. */
    ShiryaevRoberts plus(double forSmall, double forMiddle, double forLarge) {
        double nextSmall = Math.max(0, smallCusum + forSmall);
        double nextMiddle = Math.max(0, middleCusum + forMiddle);
        double nextLarge = Math.max(0, largeCusum + forLarge);
        return new ShiryaevRoberts(
                sum(small, forSmall),
                sum(middle, forMiddle),
                sum(large, forLarge),
                nextSmall,
                nextMiddle,
                nextLarge,
                nextSmall == 0 ? 0 : smallItems + 1,
                nextMiddle == 0 ? 0 : middleItems + 1,
                nextLarge == 0 ? 0 : largeItems + 1);
    }

    private static double sum(double before, double logRatio) {
        return Math.min(MOST, (1 + before) * StrictMath.exp(logRatio));
    }

    /** The logarithm of the mean of the three sums; negative infinity before the first item. */
    public double evidence() {
        return StrictMath.log(mean());
    }

    /** The mean of the three sums: an e-detector, whose mean after n items is n at most. */
    public double mean() {
        return (small + middle + large) / 3;
    }

    /** Items since the CUSUM of the largest sum was at zero: those after the onset. */
    public int itemsSinceOnset() {
        if (large >= middle && large >= small) {
            return largeItems;
        }
        return middle >= small ? middleItems : smallItems;
    }
}
