package dev.plumbline.benchmarks;

import java.util.random.RandomGenerator;

/** Standard normal values in which each depends on the one before: x' = r x + sqrt(1 - r^2) e. */
final class NormalSeries implements LogDurations {

    private final double autocorrelation;
    private final double fresh;
    private final RandomGenerator random;
    private double last;

    NormalSeries(double autocorrelation, RandomGenerator random) {
        this.autocorrelation = autocorrelation;
        this.fresh = Math.sqrt(1 - autocorrelation * autocorrelation);
        this.random = random;
        this.last = random.nextGaussian();
    }

    @Override
    public double next() {
        last = autocorrelation * last + fresh * random.nextGaussian();
        return last;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }
}
