package dev.plumbline.stall;

/**
 * How long the next gap of a pod in one stratum will be: the posterior predictive distribution, a
 * Student t on the scale ln(minutes + 1), from the pod's gaps of eight weeks and what the
 * organisation expects of a pod. In force for one day.
 *
 * @param location middle of ln(minutes + 1)
 * @param scale spread of ln(minutes + 1)
 * @param degrees degrees of freedom
 * @param n the pod's own completed gaps behind it
 */
public record GapBaseline(
        double location, double scale, double degrees, long n, BaselineSource source) {

    /** Nine parts of its own to one of the organisation: nine tenths of the weight. */
    private static final double OWN_TO_SHARED = 9;

    /**
     * The baseline of a pod.
     *
     * @param completed the pod's gaps of the trailing eight weeks
     * @param ongoingMillis effective ages of its gaps that are not over, in any order. They are
     *     longer than that, nobody knows by how much: left out, a pod in trouble would look fast.
     *     Without any completed gap they say nothing, so that a pod where nothing ever moves cannot
     *     excuse itself.
     */
    public static GapBaseline of(GapSums completed, OrganisationPrior prior, long[] ongoingMillis) {
        Posterior posterior = Posterior.of(completed, prior, ongoingMillis);
        return new GapBaseline(
                posterior.mean(),
                posterior.predictiveScale(),
                posterior.degrees(),
                completed.n(),
                source(completed, prior));
    }

    private static BaselineSource source(GapSums completed, OrganisationPrior prior) {
        if (completed.n() == 0 && prior.gaps() == 0) {
            return BaselineSource.DEFAULT;
        }
        boolean own =
                completed.n() >= OWN_TO_SHARED * prior.meanWeight()
                        && completed.n() - 1 >= OWN_TO_SHARED * prior.withinDegrees();
        return own ? BaselineSource.OWN : BaselineSource.SHRUNK;
    }

    /** Effective milliseconds that a gap does not exceed with that probability. */
    public long quantileMillis(double probability) {
        double standard = StandardQuantiles.of(degrees, probability);
        return Math.round(GapSums.millis(location + scale * standard));
    }

    public long medianMillis() {
        return Math.round(GapSums.millis(location));
    }
}
