package dev.plumbline.drift;

/**
 * Whether a changed pattern is back to normal: a CUSUM of the log likelihood ratio of the usual
 * against what was seen since the onset, W &lt;- max(0, W + l). For rank scores with mean d since
 * the onset l = d (d / 2 - z); for a share q since, p usually, l = ln(p / q) of an item that is
 * counted and ln((1 - p) / (1 - q)) of one that is not. Back when W is what twelve usual items
 * bring on average, 12 d^2 / 2, but ln 50 at least and ln 400 at most; of a share ln 50. What was
 * seen is learned only while W is zero, so that items after the return do not blur it.
 *
 * <p>Source: E. S. Page, Continuous Inspection Schemes, Biometrika 41 (1954) 100-115.
 *
 * @param evidence W
 * @param sum of the scores since the onset, turned so that the change is upward; of a share the
 *     items that are counted
 * @param items since the onset
 */
public record ReturnTest(double evidence, double sum, long items) {

    private static final double LEAST_BACK = StrictMath.log(50);
    private static final double MOST_BACK = StrictMath.log(400);
    private static final double BACK_ITEMS = 12;

    /** A change counts as that large at least: a smaller one could not be told from none. */
    private static final double LEAST_SHIFT = 0.4;

    /** Nor as larger than that: early items overstate it, and a pod still slow would seem usual. */
    private static final double MOST_SHIFT = 1.25;

    private static final double LEAST_ODDS = 1.5;
    private static final double MOST_ODDS = 20;

    /** A middling change, seen in so many items, where few have been completed. */
    private static final double PRIOR_ITEMS = 4;

    private static final double PRIOR_SHIFT = 0.7;

    /** From what the items since the onset add up to. */
    static ReturnTest since(double sum, long items) {
        return new ReturnTest(0, sum, items);
    }

    /** One more item with a rank score. */
    ReturnTest plus(double score) {
        double shift = shift();
        return next(shift * (shift / 2 - score), score);
    }

    private double shift() {
        double mean = (sum + PRIOR_ITEMS * PRIOR_SHIFT) / (items + PRIOR_ITEMS);
        return Math.min(MOST_SHIFT, Math.max(LEAST_SHIFT, mean));
    }

    /**
     * One more item that is counted, or not.
     *
     * @param usual share
     * @param direction in which the share has changed
     */
    ReturnTest plus(boolean has, double usual, Direction direction) {
        double seen = (sum + 0.5) / (items + 1);
        double odds = seen / (1 - seen) * (1 - usual) / usual;
        double outward = direction == Direction.UP ? odds : 1 / odds;
        double held = Math.min(MOST_ODDS, Math.max(LEAST_ODDS, outward));
        double changed = direction == Direction.UP ? held : 1 / held;
        double scale = 1 - usual + changed * usual;
        return next(StrictMath.log(has ? scale / changed : scale), has ? 1 : 0);
    }

    private ReturnTest next(double logRatio, double value) {
        double next = Math.max(0, evidence + logRatio);
        return next == 0
                ? new ReturnTest(0, sum + value, items + 1)
                : new ReturnTest(next, sum, items);
    }

    /** Whether rank scores are back. */
    boolean isBack() {
        double shift = shift();
        double brought = BACK_ITEMS * shift * shift / 2;
        return evidence >= Math.min(MOST_BACK, Math.max(LEAST_BACK, brought));
    }

    /** Whether a share is back. */
    boolean isShareBack() {
        return evidence >= LEAST_BACK;
    }

    /** Less than a quarter of what it takes at least. */
    boolean isFar() {
        return evidence < LEAST_BACK / 4;
    }
}
