package dev.plumbline.stall;

import org.apache.commons.math3.special.Gamma;

/**
 * How the logarithm of a variance estimated from normal values is distributed, by its degrees of
 * freedom: that of a chi-squared variable divided by them. The first ones are kept, as they cost
 * most and are asked for of every pod every day.
 */
final class LogVariance {

    private static final int KEPT = 128;
    private static final double[] BIASES = new double[KEPT];
    private static final double[] SPREADS = new double[KEPT];

    static {
        for (int degrees = 1; degrees < KEPT; degrees++) {
            BIASES[degrees] = bias((double) degrees);
            SPREADS[degrees] = spread((double) degrees);
        }
    }

    private LogVariance() {}

    /** Mean of its logarithm, where the true variance is 1; below 0. */
    static double bias(long degrees) {
        return degrees < KEPT ? BIASES[(int) degrees] : bias((double) degrees);
    }

    /** Variance of its logarithm, whatever the true variance is. */
    static double spread(long degrees) {
        return degrees < KEPT ? SPREADS[(int) degrees] : spread((double) degrees);
    }

    static double bias(double degrees) {
        return Gamma.digamma(degrees / 2) - Math.log(degrees / 2);
    }

    static double spread(double degrees) {
        return Gamma.trigamma(degrees / 2);
    }
}
