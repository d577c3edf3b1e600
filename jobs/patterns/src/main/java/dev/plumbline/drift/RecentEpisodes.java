package dev.plumbline.drift;

/**
 * The last 150 episodes of one metric of a pod, oldest overwritten first. The arrays are written in
 * place.
 *
 * @param minutes when each was completed, minutes since 1970
 * @param count episodes ever, less those of the run-in
 * @param firstMinute when the first one ever was completed; 0 before
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; 8 bytes per episode
public record RecentEpisodes(float[] values, int[] minutes, long count, int firstMinute) {

    static final int KEPT = 150;

    static RecentEpisodes none() {
        return new RecentEpisodes(new float[KEPT], new int[KEPT], 0, 0);
    }

    RecentEpisodes with(float value, int minute) {
        int place = (int) (count % KEPT);
        values[place] = value;
        minutes[place] = minute;
        return new RecentEpisodes(values, minutes, count + 1, firstMinute);
    }

    /** One has been completed, whatever its value. */
    RecentEpisodes begun(int minute) {
        return firstMinute > 0 ? this : new RecentEpisodes(values, minutes, count, minute);
    }

    /** How many there are at hand of those since that count. */
    int since(long earlier) {
        return (int) Math.min(KEPT, count - earlier);
    }

    /** The newest so many, oldest first. */
    float[] newest(int size) {
        float[] newest = new float[size];
        for (int at = 0; at < size; at++) {
            newest[at] = values[place(size - at)];
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
