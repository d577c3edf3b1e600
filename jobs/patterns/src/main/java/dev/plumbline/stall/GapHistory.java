package dev.plumbline.stall;

import java.util.HashMap;
import java.util.Map;

/**
 * The completed gaps of one stratum of a pod, day by day, for eight weeks. A gap belongs to the day
 * on which it ended.
 *
 * @param days sums by day of the epoch in the organisation's zone; changed in place. A day leaves
 *     with {@link #evictBefore} when it is eight weeks old.
 */
public record GapHistory(Map<Long, GapSums> days) {

    /** How far back a baseline looks. */
    public static final int DAYS = 56;

    public static GapHistory empty() {
        return new GapHistory(new HashMap<>());
    }

    /** Constant time, in any order. */
    public void add(long day, GapSums sums) {
        days.merge(day, sums, GapSums::plus);
    }

    /**
     * The sums a baseline of that day rests on: the eight weeks up to the end of the day before.
     */
    public GapSums before(long day) {
        GapSums total = GapSums.NONE;
        for (Map.Entry<Long, GapSums> entry : days.entrySet()) {
            if (entry.getKey() < day && entry.getKey() >= day - DAYS) {
                total = total.plus(entry.getValue());
            }
        }
        return total;
    }

    /** Forgets what no baseline of that day or a later one looks at. */
    public void evictBefore(long day) {
        days.keySet().removeIf(old -> old < day - DAYS);
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }
}
