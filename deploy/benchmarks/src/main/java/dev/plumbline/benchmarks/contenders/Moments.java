package dev.plumbline.benchmarks.contenders;

import java.util.Arrays;

/** Mean and standard deviation (n - 1) of a reference. */
record Moments(double mean, double deviation) {

    private static final double LEAST_DEVIATION = 1e-9;

    static Moments of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        double variance = squares / Math.max(1, values.length - 1);
        return new Moments(mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
    }

    double standardised(double value) {
        return (value - mean) / deviation;
    }
}
