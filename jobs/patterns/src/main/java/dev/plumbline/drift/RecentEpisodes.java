package dev.plumbline.drift;

/**
 * The last 150 episodes of one metric of a pod, oldest overwritten first, as they were: what their
 * strata explain is subtracted when they are looked at. The arrays are written in place.
 *
 * @param minutes when each was completed, minutes since 1970
 * @param codes of the stratum of each
 * @param strata what the codes stand for
 * @param count episodes ever, less those of the run-in
 * @param lapsed open ones that grew older than they are watched, since the run-in
 * @param firstMinute when the first one ever was completed; 0 before
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; 9 bytes per episode
public record RecentEpisodes(
        float[] values,
        int[] minutes,
        byte[] codes,
        StratumCodes strata,
        long count,
        int lapsed,
        int firstMinute) {

    static final int KEPT = 150;

    /** Nothing known yet. */
    public static RecentEpisodes none() {
        return new RecentEpisodes(
                new float[KEPT], new int[KEPT], new byte[KEPT], StratumCodes.NONE, 0, 0, 0);
    }

    /** With one more, not before the newest. */
    public RecentEpisodes with(float value, int minute, Stratum stratum) {
        int place = (int) (count % KEPT);
        StratumCodes next = strata.knowing(stratum);
        values[place] = value;
        minutes[place] = minute;
        codes[place] = next.code(stratum);
        return new RecentEpisodes(values, minutes, codes, next, count + 1, lapsed, firstMinute);
    }

    /** One has been completed, whatever its value. */
    RecentEpisodes begun(int minute) {
        return firstMinute > 0
                ? this
                : new RecentEpisodes(values, minutes, codes, strata, count, lapsed, minute);
    }

    RecentEpisodes lapsing(int more) {
        return more == 0
                ? this
                : new RecentEpisodes(
                        values, minutes, codes, strata, count, lapsed + more, firstMinute);
    }

    /** How many there are at hand of those since that count. */
    int since(long earlier) {
        return (int) Math.min(KEPT, count - earlier);
    }

    /** How many there are at hand of those completed in that minute or later. */
    public int sinceMinute(int earliest) {
        int kept = since(0);
        int size = 0;
        while (size < kept && minute(size + 1) >= earliest) {
            size++;
        }
        return size;
    }

    /** The newest so many, oldest first. */
    float[] newest(int size) {
        float[] newest = new float[size];
        for (int at = 0; at < size; at++) {
            newest[at] = values[place(size - at)];
        }
        return newest;
    }

    /** The same, less the effects of their strata. */
    float[] newest(int size, StratumEffects effects) {
        return strata.less(effects, newest(size), newestCodes(size));
    }

    float effectOfNewest(StratumEffects effects) {
        return effects.isNone() ? 0 : (float) effects.of(strata.stratum(codes[place(1)]));
    }

    byte[] newestCodes(int size) {
        byte[] newest = new byte[size];
        for (int at = 0; at < size; at++) {
            newest[at] = codes[place(size - at)];
        }
        return newest;
    }

    /** When the episode was completed that is so many from the end; 1 is the newest. */
    int minute(int fromEnd) {
        return minutes[place(fromEnd)];
    }

    private int place(int fromEnd) {
        return (int) ((count - fromEnd) % KEPT);
    }
}
