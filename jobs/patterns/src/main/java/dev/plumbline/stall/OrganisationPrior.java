package dev.plumbline.stall;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is expected of a pod's gaps, ln(minutes + 1), before its own are looked at: learned from all
 * pods of the organisation in one stratum (empirical Bayes).
 *
 * @param mean of the pods' means
 * @param between variance of the pods' means
 * @param within the typical variance of gaps inside a pod
 * @param withinDegrees how alike the pods' variances are, as degrees of freedom: so many gaps of
 *     its own weigh as much as the organisation
 * @param gaps of the organisation behind it; 0 for the cold start
 */
public record OrganisationPrior(
        double mean, double between, double within, double withinDegrees, long gaps) {

    /** The cold start counts like so many pods that are known well. */
    static final double COLD_PODS = 2;

    /** Log-variance of a pod's gaps. */
    private static final double COLD_WITHIN = 1;

    /** Of the means of an organisation's pods; of all pods anywhere 0.81, with the ignorance. */
    private static final double COLD_BETWEEN = 0.54;

    private static final double COLD_DEGREES = 10;
    private static final double COLD_SPREAD = LogVariance.spread(COLD_DEGREES);

    /** Gaps of one length have no variance; less than this says nothing but that. */
    private static final double LEAST_VARIANCE = 0.01;

    /**
     * What is expected where nobody has any history: a distribution like those that are learned,
     * with the patience's cold start as its 95th percentile. Nothing jumps with the first gaps.
     */
    public static OrganisationPrior coldStart(Patience patience) {
        double between = COLD_BETWEEN * (1 + 1 / COLD_PODS);
        double standard = StandardQuantiles.of(COLD_DEGREES, Severity.WARNING.quantile());
        double longest = GapSums.logMinutes((double) patience.coldStartMillis());
        double mean = longest - standard * Math.sqrt(COLD_WITHIN + between);
        return new OrganisationPrior(mean, between, COLD_WITHIN, COLD_DEGREES, 0);
    }

    /**
     * Learns from the pods' sums, in one result for whatever order they come in.
     *
     * @param sumsByPod one stratum, the trailing eight weeks of each pod
     */
    public static OrganisationPrior of(Map<String, GapSums> sumsByPod, Patience patience) {
        List<GapSums> pods =
                new TreeMap<>(sumsByPod).values().stream().filter(sums -> sums.n() > 0).toList();
        OrganisationPrior cold = coldStart(patience);
        long gaps = pods.stream().mapToLong(GapSums::n).sum();
        if (gaps == 0) {
            return cold;
        }
        OrganisationPrior spread = cold.withVariances(pods);
        return spread.withMeans(pods, gaps);
    }

    /** So many gaps of its own tell a pod's mean as well as the organisation does. */
    double meanWeight() {
        return within / between;
    }

    /** Smyth (2004): the pods' log-variances tell the typical one and how alike they are. */
    private OrganisationPrior withVariances(List<GapSums> pods) {
        List<GapSums> several = pods.stream().filter(sums -> sums.n() > 1).toList();
        if (several.size() < 2) {
            return this;
        }
        double[] logVariances = new double[several.size()];
        double[] errors = new double[several.size()];
        for (int pod = 0; pod < several.size(); pod++) {
            GapSums sums = several.get(pod);
            double variance = Math.max(LEAST_VARIANCE, sums.squaredDeviations() / (sums.n() - 1));
            logVariances[pod] = Math.log(variance) - LogVariance.bias(sums.n() - 1);
            errors[pod] = LogVariance.spread(sums.n() - 1);
        }
        double known = knownByOthers(COLD_SPREAD, errors);
        RandomEffects learned = RandomEffects.of(logVariances, errors);
        double spread = shrunk(learned.between(), COLD_SPREAD, known);
        double degrees = 2 * inverseTrigamma(spread);
        double centre =
                shrunk(learned.mean(), Math.log(within) - LogVariance.bias(COLD_DEGREES), known);
        double typical = Math.exp(centre + LogVariance.bias(degrees));
        return new OrganisationPrior(mean, between, typical, degrees, gaps);
    }

    private OrganisationPrior withMeans(List<GapSums> pods, long allGaps) {
        double[] means = new double[pods.size()];
        double[] errors = new double[pods.size()];
        for (int pod = 0; pod < pods.size(); pod++) {
            means[pod] = pods.get(pod).mean();
            errors[pod] = within / pods.get(pod).n();
        }
        double known = knownByOthers(COLD_BETWEEN, errors);
        RandomEffects learned = RandomEffects.of(means, errors);
        double spread = shrunk(learned.between(), COLD_BETWEEN, known);
        double uncertain = spread / (known + COLD_PODS);
        return new OrganisationPrior(
                shrunk(learned.mean(), mean, known),
                spread + uncertain,
                within,
                withinDegrees,
                allGaps);
    }

    /**
     * How many well known pods a pod's colleagues are worth, on average: a pod weighs its own gaps
     * itself, in the prior they would count twice. 0 for the only pod.
     */
    private static double knownByOthers(double between, double[] errorVariances) {
        double known = 0;
        double squares = 0;
        for (double error : errorVariances) {
            double pod = between / (between + error);
            known += pod;
            squares += pod * pod;
        }
        return Math.max(0, known - squares / known);
    }

    private static double shrunk(double learned, double cold, double known) {
        return (known * learned + COLD_PODS * cold) / (known + COLD_PODS);
    }

    /** Bisection of a falling function; degrees of freedom end up between 1 and 2000. */
    private static double inverseTrigamma(double value) {
        double low = 0.5;
        double high = 1000;
        for (int step = 0; step < 60; step++) {
            double middle = Math.sqrt(low * high);
            if (LogVariance.spread(2 * middle) > value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
