package dev.plumbline.drift;

/**
 * Whether a changed pattern is back to normal: a CUSUM of the log likelihood ratio of scores with
 * mean zero against scores with the mean they had since the onset, d: W &lt;- max(0, W + d (d / 2 -
 * z)). Back at W = ln 100. The mean is learned only while W is zero, so that items after the return
 * do not blur it.
 *
 * <p>Source: E. S. Page, Continuous Inspection Schemes, Biometrika 41 (1954) 100-115.
 *
 * @param evidence W
 * @param sum of the scores the mean is learned from
 * @param items how many they are
 */
public record ReturnTest(double evidence, double sum, long items) {

    private static final double BACK = StrictMath.log(100);
    private static final double LEAST_SHIFT = 0.4;
    private static final double MOST_SHIFT = 1.5;

    /** Counts like so many items with a middling shift, where few have been completed. */
    private static final double PRIOR_ITEMS = 4;

    private static final double PRIOR_SHIFT = 0.7;

    /** From the scores since the onset, turned so that the change is upward. */
    static ReturnTest of(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return new ReturnTest(0, sum, scores.length);
    }

    ReturnTest plus(double score) {
        double mean = (sum + PRIOR_ITEMS * PRIOR_SHIFT) / (items + PRIOR_ITEMS);
        double shift = Math.min(MOST_SHIFT, Math.max(LEAST_SHIFT, mean));
        double next = Math.max(0, evidence + shift * (shift / 2 - score));
        return next == 0
                ? new ReturnTest(0, sum + score, items + 1)
                : new ReturnTest(next, sum, items);
    }

    boolean isBack() {
        return evidence >= BACK;
    }

    /** Less than half of what it takes. */
    boolean isFar() {
        return evidence < BACK / 2;
    }
}
