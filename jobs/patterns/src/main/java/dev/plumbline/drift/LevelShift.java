package dev.plumbline.drift;

/**
 * Whether rank scores have moved: the log likelihood ratio of a normal score with mean d against
 * mean zero is d z - d^2 / 2, for d = 0.25, 0.6 and 1.1 standard deviations. Where durations have
 * log-sd 1 these are slowdowns of 1.3, 1.8 and 3 times.
 *
 * <p>The steps make a {@link ShiryaevRoberts} mixture; sources there.
 */
public final class LevelShift {

    private static final double SMALL = 0.25;
    private static final double MIDDLE = 0.6;
    private static final double LARGE = 1.1;

    private LevelShift() {}

    /**
     * One more item.
     *
     * @param score of the item, turned (negated) where a fall is looked for
     */
    public static ShiryaevRoberts step(ShiryaevRoberts before, double score) {
        return before.plus(ratio(SMALL, score), ratio(MIDDLE, score), ratio(LARGE, score));
    }

    private static double ratio(double shift, double score) {
        return shift * score - shift * shift / 2;
    }
}
