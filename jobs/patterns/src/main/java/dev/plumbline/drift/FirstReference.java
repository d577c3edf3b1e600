package dev.plumbline.drift;

/**
 * The episodes of the first reference of a pod, as they were: the effects of their strata are those
 * in force when somebody compares with them.
 *
 * @param codes of their strata, see {@link RecentEpisodes#strata}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; 5 bytes per episode
public record FirstReference(float[] values, byte[] codes) {

    private static final float[] NO_PADDING = {};

    static FirstReference of(RecentEpisodes recent, int size) {
        return new FirstReference(recent.newest(size), recent.newestCodes(size));
    }

    /** To compare with, less those effects. */
    Reference less(StratumEffects effects, StratumCodes strata) {
        return Reference.of(strata.less(effects, values, codes), NO_PADDING, 0);
    }
}
