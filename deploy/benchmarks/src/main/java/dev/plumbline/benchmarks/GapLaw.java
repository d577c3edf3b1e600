package dev.plumbline.benchmarks;

import java.util.Random;
import org.apache.commons.math3.special.Erf;

/**
 * How long the gaps of one simulated pod truly are: the law a timer does not know.
 *
 * @param family shape of the distribution
 * @param logMedian of the gaps in working minutes, natural logarithm
 * @param logSd spread on the logarithmic scale; of {@link Family#WEIBULL} it sets the shape
 */
record GapLaw(Family family, double logMedian, double logSd) {

    enum Family {
        LOGNORMAL(0, 0),
        /** Lognormal, where the pods' log-sd differs, too: 0.67 to 1.49 for 95 % of them. */
        UNEVEN_SPREAD(0, 0),
        /** Log-sd 1 stands for shape 0.75: many short gaps, a light upper tail. */
        WEIBULL(0, 0),
        /** Six gaps in ten are a burst: a few minutes, median three. */
        BURSTS(0.6, 0),
        /** Lognormal; three in a hundred last ten times as long. */
        OUTLIERS_3(0, 0.03),
        /** Six in a hundred do. */
        OUTLIERS_6(0, 0.06);

        private final double bursts;
        private final double outliers;

        Family(double bursts, double outliers) {
            this.bursts = bursts;
            this.outliers = outliers;
        }
    }

    private static final double BURST_LOG_MEDIAN = Math.log(3);
    private static final double WEIBULL_SHAPE = 0.75;
    private static final double LONGER = Math.log(10);

    /** A pod of its own speed, log-medians 0.9 apart around a working day, log-sd 0.9 to 1.1. */
    static GapLaw ofSomePod(Family family, Random random) {
        double logMedian = Math.log(8 * 60) + 0.9 * random.nextGaussian();
        double logSd =
                family == Family.UNEVEN_SPREAD
                        ? Math.exp(0.2 * random.nextGaussian())
                        : 0.9 + 0.2 * random.nextDouble();
        return new GapLaw(family, logMedian, logSd);
    }

    /** One gap, in working minutes. */
    double draw(Random random) {
        if (family == Family.WEIBULL) {
            double exponential = -Math.log(1 - random.nextDouble()) / Math.log(2);
            return Math.exp(logMedian + Math.log(exponential) / shape());
        }
        double kind = random.nextDouble();
        double standard = random.nextGaussian();
        if (kind < family.bursts) {
            return Math.exp(BURST_LOG_MEDIAN + standard);
        }
        double longer = kind > 1 - family.outliers ? LONGER : 0;
        return Math.exp(logMedian + longer + logSd * standard);
    }

    /** Share of gaps longer than so many minutes. */
    double beyond(double minutes) {
        double log = Math.log(minutes);
        if (family == Family.WEIBULL) {
            return Math.exp(-Math.log(2) * Math.exp((log - logMedian) * shape()));
        }
        double usual = 1 - family.bursts - family.outliers;
        return usual * tail((log - logMedian) / logSd)
                + family.bursts * tail(log - BURST_LOG_MEDIAN)
                + family.outliers * tail((log - logMedian - LONGER) / logSd);
    }

    /** The length in minutes that this share of gaps exceeds: what an oracle would wait. */
    double exceededBy(double share) {
        double low = 1e-6;
        double high = 1e12;
        for (int step = 0; step < 100; step++) {
            double middle = Math.sqrt(low * high);
            if (beyond(middle) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double shape() {
        return WEIBULL_SHAPE / logSd;
    }

    private static double tail(double standard) {
        return 0.5 * Erf.erfc(standard / Math.sqrt(2));
    }
}
