package dev.plumbline.drift;

/**
 * The evidence of several detectors of one pod as one: the mean of their e-values, which is an
 * e-value again however they depend on each other.
 *
 * <p>Source: V. Vovk and R. Wang, E-values: Calibration, Combination and Applications, Annals of
 * Statistics 49 (2021) 1736-1754.
 */
public final class CombinedEvidence {

    private CombinedEvidence() {}

    /**
     * The e-value of a detector: what its evidence would be if its threshold were ln ARL0, as it is
     * for an e-detector whose reference is known exactly.
     *
     * @param evidence logarithm of the mean of its sums
     */
    public static double eValue(double evidence, Thresholds inForce) {
        return StrictMath.exp(evidence - inForce.threshold()) * inForce.arl0();
    }

    /** The mean; 0 of none. */
    public static double mean(double... eValues) {
        double sum = 0;
        for (double eValue : eValues) {
            sum += eValue;
        }
        return eValues.length == 0 ? 0 : sum / eValues.length;
    }
}
