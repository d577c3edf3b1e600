package dev.plumbline.stall;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What is known of the mean and the variance of a pod's gaps: Smyth's moderated variance, and the
 * mean weighed by it against how far the organisation's pods lie apart.
 *
 * @param mean of ln(minutes + 1)
 * @param weight of the mean, in gaps
 * @param variance of ln(minutes + 1) inside the pod
 * @param degrees of freedom of the variance
 */
record Posterior(double mean, double weight, double variance, double degrees) {

    private static final int ROUNDS = 30;
    private static final double CLOSE = 1e-4;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Bayes' rule. Gaps that still run are filled in with what is expected of them, in rounds (the
     * EM algorithm) until one changes nothing that would show.
     */
    static Posterior of(GapSums completed, OrganisationPrior prior, long[] ongoingMillis) {
        Posterior known =
                of((double) completed.n(), completed.mean(), completed.squaredDeviations(), prior);
        if (ongoingMillis.length == 0 || completed.n() == 0) {
            return known;
        }
        long[] ages = ongoingMillis.clone();
        Arrays.sort(ages);
        Posterior filled = known;
        for (int round = 0; round < ROUNDS; round++) {
            Posterior before = filled;
            filled = before.withOngoing(completed, ages, prior);
            if (filled.isAsGoodAs(before)) {
                break;
            }
        }
        return filled;
    }

    /** Where the next gap lies: spread of the gaps and ignorance of their mean. */
    double predictiveScale() {
        return Math.sqrt(variance * (1 + 1 / weight));
    }

    private static Posterior of(
            double n, double mean, double squaredDeviations, OrganisationPrior prior) {
        double degrees = prior.withinDegrees() + Math.max(0, n - 1);
        double variance = (prior.withinDegrees() * prior.within() + squaredDeviations) / degrees;
        double priorWeight = variance / prior.between();
        double weight = priorWeight + n;
        return new Posterior(
                (priorWeight * prior.mean() + n * mean) / weight, weight, variance, degrees);
    }

    /** A ten-thousandth of a log unit is a hundredth of a percent of a gap. */
    private boolean isAsGoodAs(Posterior other) {
        return Math.abs(mean - other.mean) < CLOSE && Math.abs(variance - other.variance) < CLOSE;
    }

    private Posterior withOngoing(GapSums completed, long[] ages, OrganisationPrior prior) {
        double spread = Math.sqrt(variance);
        double sum = completed.n() * completed.mean();
        double squares =
                completed.squaredDeviations() + completed.n() * completed.mean() * completed.mean();
        for (long age : ages) {
            double standing = (GapSums.logMinutes((double) age) - mean) / spread;
            double bounded = Math.min(standing, 30);
            double hazard = NORMAL.density(bounded) / NORMAL.cumulativeProbability(-bounded);
            sum += mean + spread * hazard;
            squares += mean * mean + variance + spread * hazard * (mean + mean + spread * standing);
        }
        double n = completed.n() + (double) ages.length;
        double filledMean = sum / n;
        return of(n, filledMean, Math.max(0, squares - n * filledMean * filledMean), prior);
    }
}
