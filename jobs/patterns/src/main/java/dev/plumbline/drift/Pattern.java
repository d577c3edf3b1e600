package dev.plumbline.drift;

/**
 * One metric of a pod whose episodes are watched.
 *
 * @param metric its word
 * @param split its word: all, human or agent
 * @param isShare episodes are 1 or 0 (reworked or not); else they are logarithms of durations
 * @param worse the direction that is bad news
 */
public record Pattern(String metric, String split, boolean isShare, Direction worse) {

    /** A metric of durations. */
    public static Pattern ofDurations(String metric, String split) {
        return new Pattern(metric, split, false, Direction.UP);
    }

    /** A share of episodes. */
    public static Pattern ofShare(String metric, String split, Direction worse) {
        return new Pattern(metric, split, true, worse);
    }
}
