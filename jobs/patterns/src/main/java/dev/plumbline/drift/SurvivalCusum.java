package dev.plumbline.drift;

/**
 * Whether items are completed at less than their usual rate, told by those still open as well as by
 * those completed: the log likelihood ratio of half the hazard (theta = 1/2) against the usual one.
 * Hazard that an item goes through adds (1 - theta) dLambda, a completion adds ln theta. At each
 * tick what came since the last is added and the sum floored at zero, so that the order of items
 * between two ticks does not matter. One item adds 3 at most: a forgotten ticket is no slow pod.
 *
 * <p>Sources: P. Biswas and J. D. Kalbfleisch, A Risk-Adjusted CUSUM in Continuous Time Based on
 * the Cox Model, Statistics in Medicine 27 (2008) 3382-3406; A. Gandy, J. T. Kvaloy, A. Bottle and
 * F. Zhou, Risk-Adjusted Monitoring of Time to Event, Biometrika 97 (2010) 375-388.
 *
 * @param value at the last tick
 * @param pending what came since
 */
public record SurvivalCusum(double value, double pending) {

    public static final SurvivalCusum NONE = new SurvivalCusum(0, 0);

    private static final double THETA = 0.5;
    private static final double COMPLETION = StrictMath.log(THETA);
    private static final double MOST_PER_ITEM = 3;
    private static final double MOST_HAZARD = MOST_PER_ITEM / (1 - THETA);

    /**
     * An item has waited on.
     *
     * @param hazardBefore its cumulative hazard when it was last told, 0 if it was not yet
     * @param hazardNow its cumulative hazard now
     */
    public SurvivalCusum waited(double hazardBefore, double hazardNow) {
        return new SurvivalCusum(value, pending + (1 - THETA) * growth(hazardBefore, hazardNow));
    }

    /** An item was completed; what it had waited since it was last told comes beside. */
    public SurvivalCusum completed() {
        return new SurvivalCusum(value, pending + COMPLETION);
    }

    /**
     * A tick of working time.
     *
     * @param most the value is cut there, so that the memory of a long stop fades
     */
    public SurvivalCusum tick(double most) {
        return new SurvivalCusum(Math.min(most, Math.max(0, value + pending)), 0);
    }

    private static double growth(double before, double now) {
        return Math.max(0, Math.min(MOST_HAZARD, now) - Math.min(MOST_HAZARD, before));
    }
}
