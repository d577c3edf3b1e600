package dev.plumbline.drift;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many times as often something happens as in the reference: the ratio of the two shares, half
 * an item added to each count, with the interval that is normal in its logarithm.
 *
 * <p>Source: D. Katz, J. Baptista, S. P. Azen and M. C. Pike, Obtaining Confidence Intervals for
 * the Risk Ratio in Cohort Studies, Biometrics 34 (1978) 469-474.
 */
public final class RateRatio {

    private RateRatio() {}

    /** The ratio of {@code having} of {@code size} by the same of the reference. */
    public static Ratio ratio(
            double referenceHaving, int referenceSize, double having, int size, double confidence) {
        double usual = RateShift.usual(referenceHaving, referenceSize);
        double current = RateShift.usual(having, size);
        double variance =
                (1 - current) / (current * (size + 1))
                        + (1 - usual) / (usual * (referenceSize + 1));
        double quantile =
                new NormalDistribution(null, 0, 1)
                        .inverseCumulativeProbability((1 + confidence) / 2);
        double estimate = current / usual;
        double factor = StrictMath.exp(quantile * StrictMath.sqrt(variance));
        return new Ratio(estimate, estimate / factor, estimate * factor);
    }
}
