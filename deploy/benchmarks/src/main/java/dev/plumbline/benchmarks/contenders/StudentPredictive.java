package dev.plumbline.benchmarks.contenders;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Density of the next value after a run of n: Student's t with 2 a degrees of freedom around the
 * run's mean, scale squared b (k + 1) / (a k), where a = 1 + n / 2 and k = 1 + n.
 *
 * <p>Source: K. P. Murphy, Conjugate Bayesian Analysis of the Gaussian Distribution (2007), section
 * 3.
 */
final class StudentPredictive {

    /** Gamma(a + 1/2) / (Gamma(a) sqrt(pi)) by n. */
    private static final List<Double> CONSTANTS = new ArrayList<>();

    private StudentPredictive() {}

    /**
     * The density.
     *
     * @param spread b
     */
    static double of(double value, int length, double mean, double spread) {
        double shape = 1 + length / 2.0;
        double count = 1.0 + length;
        double scale = 2 * spread * (count + 1) / count;
        double away = value - mean;
        double power = -(shape + 0.5) * Math.log1p(away * away / scale);
        return constant(length) * Math.exp(power) / Math.sqrt(scale);
    }

    private static double constant(int length) {
        while (CONSTANTS.size() <= length) {
            double shape = 1 + CONSTANTS.size() / 2.0;
            double logarithm = Gamma.logGamma(shape + 0.5) - Gamma.logGamma(shape);
            CONSTANTS.add(Math.exp(logarithm) / Math.sqrt(Math.PI));
        }
        return CONSTANTS.get(length);
    }
}
