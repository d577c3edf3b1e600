package dev.plumbline.stall;

/**
 * What unequal pods have in common: the method of DerSimonian and Laird (1986). Each estimate is a
 * pod's own level plus an error of known variance; sought are the mean of the levels and how far
 * they lie apart. Sums are taken in the order of the arrays.
 *
 * @param mean of the levels; NaN where there is no estimate
 * @param between variance of the levels, 0 where the errors explain all
 */
record RandomEffects(double mean, double between) {

    static RandomEffects of(double[] estimates, double[] errorVariances) {
        double fixedMean = mean(estimates, errorVariances, 0);
        double weights = 0;
        double squaredWeights = 0;
        double heterogeneity = 0;
        for (int pod = 0; pod < estimates.length; pod++) {
            double weight = 1 / errorVariances[pod];
            double deviation = estimates[pod] - fixedMean;
            weights += weight;
            squaredWeights += weight * weight;
            heterogeneity += weight * deviation * deviation;
        }
        if (estimates.length < 2) {
            return new RandomEffects(fixedMean, 0);
        }
        double excess = heterogeneity - (estimates.length - 1);
        double between = Math.max(0, excess / (weights - squaredWeights / weights));
        return new RandomEffects(mean(estimates, errorVariances, between), between);
    }

    private static double mean(double[] estimates, double[] errorVariances, double between) {
        double weighted = 0;
        double weights = 0;
        for (int pod = 0; pod < estimates.length; pod++) {
            double weight = 1 / (between + errorVariances[pod]);
            weighted += weight * estimates[pod];
            weights += weight;
        }
        return weighted / weights;
    }
}
