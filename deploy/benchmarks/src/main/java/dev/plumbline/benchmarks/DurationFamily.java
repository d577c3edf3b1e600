package dev.plumbline.benchmarks;

import java.util.random.RandomGenerator;

/** Laws of durations that a detector is tried on; usual ones are near 1 (logarithm 0). */
enum DurationFamily {
    LOGNORMAL_0_7,
    LOGNORMAL_1,
    LOGNORMAL_1_4,
    /** Shape 0.7: many short ones, a light upper tail. */
    WEIBULL,
    /** Shape 0.5: the square of a normal. */
    GAMMA,
    /** Student's t with 4 degrees of freedom, on logarithms. */
    T4,
    /** Three in ten are a burst, twenty times shorter. */
    MIXTURE,
    /** Lognormal; three in a hundred last ten times as long. */
    OUTLIERS_3,
    OUTLIERS_6,
    /** Lognormal, rounded to twelve different values. */
    TIES,
    AUTOCORRELATED_0_2,
    AUTOCORRELATED_0_3;

    private static final double WEIBULL_SHAPE = 0.7;

    /** A new series of it. */
    LogDurations series(RandomGenerator random) {
        double autocorrelation =
                switch (this) {
                    case AUTOCORRELATED_0_2 -> 0.2;
                    case AUTOCORRELATED_0_3 -> 0.3;
                    default -> 0;
                };
        NormalSeries normal = new NormalSeries(autocorrelation, random);
        return new LogDurations() {
            @Override
            public double next() {
                return draw(normal.next(), random);
            }

            @Override
            public RandomGenerator random() {
                return random;
            }
        };
    }

    private double draw(double standard, RandomGenerator random) {
        return switch (this) {
            case LOGNORMAL_0_7 -> 0.7 * standard;
            case LOGNORMAL_1, AUTOCORRELATED_0_2, AUTOCORRELATED_0_3 -> standard;
            case LOGNORMAL_1_4 -> 1.4 * standard;
            case WEIBULL -> Math.log(random.nextExponential() / Math.log(2)) / WEIBULL_SHAPE;
            case GAMMA -> {
                double normal = random.nextGaussian();
                yield Math.log(normal * normal / 0.455);
            }
            case T4 -> standard / Math.sqrt(chiSquared4(random) / 4);
            case MIXTURE -> standard - (random.nextDouble() < 0.3 ? Math.log(20) : 0);
            case OUTLIERS_3 -> standard + outlier(0.03, random);
            case OUTLIERS_6 -> standard + outlier(0.06, random);
            case TIES -> Math.rint(2 * standard) / 2;
        };
    }

    private static double chiSquared4(RandomGenerator random) {
        return 2 * (random.nextExponential() + random.nextExponential());
    }

    private static double outlier(double share, RandomGenerator random) {
        return random.nextDouble() < share ? Math.log(10) : 0;
    }
}
