package dev.plumbline.drift;

/**
 * Where a change began, as places in the scores looked at: the first item after it.
 *
 * @param earliest first place that explains the scores nearly as well
 * @param latest last one
 */
public record Onset(int place, int earliest, int latest) {

    /** How much less likely a place in the interval may be: half of 1.96 squared. */
    private static final double LOG_LIKELIHOOD_UNITS = 1.92;

    /**
     * The split of the scores at which the mean after lies highest above the mean before, in units
     * of log likelihood: with a items before (the reference among them, whose scores have mean
     * zero) and b after, ab / (a + b) times half the squared difference of the means. The interval
     * holds the places within 1.92 of the best.
     *
     * <p>Sources: A. N. Pettitt, A Non-Parametric Approach to the Change-Point Problem, Applied
     * Statistics 28 (1979) 126-135; for the interval D. V. Hinkley, Inference About the
     * Change-Point in a Sequence of Random Variables, Biometrika 57 (1970) 1-17.
     *
     * @param scores rank scores, oldest first, at least one; negated where a fall is looked for
     * @param reference size of the reference they were ranked in
     */
    public static Onset of(double[] scores, int reference) {
        double[] likelihoods = new double[scores.length];
        double total = 0;
        for (double score : scores) {
            total += score;
        }
        double before = 0;
        int best = 0;
        for (int place = 0; place < scores.length; place++) {
            likelihoods[place] =
                    likelihood(before, reference + place, total - before, scores.length - place);
            if (likelihoods[place] > likelihoods[best]) {
                best = place;
            }
            before += scores[place];
        }
        int earliest = best;
        int latest = best;
        for (int place = 0; place < scores.length; place++) {
            if (likelihoods[place] >= likelihoods[best] - LOG_LIKELIHOOD_UNITS) {
                earliest = Math.min(earliest, place);
                latest = Math.max(latest, place);
            }
        }
        return new Onset(best, earliest, latest);
    }

    private static double likelihood(double before, int itemsBefore, double after, int itemsAfter) {
        double rise = after / itemsAfter - before / itemsBefore;
        if (rise <= 0) {
            return 0;
        }
        double weight = (double) itemsBefore * itemsAfter / (itemsBefore + itemsAfter);
        return weight * rise * rise / 2;
    }
}
