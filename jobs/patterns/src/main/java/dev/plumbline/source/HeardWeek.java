package dev.plumbline.source;

import java.util.HashMap;
import java.util.Map;

/**
 * What one week taught about a source. Bounded: some 500 buckets at most.
 *
 * @param week number of the week, Monday to Sunday
 * @param days days on which it was heard
 * @param minutes minutes in which it was heard
 * @param workingMinutes those of them in working time
 * @param elapsedGaps how often each gap ended in the week, by bucket of elapsed minutes
 * @param workingGaps the same by bucket of working minutes
 */
public record HeardWeek(
        long week,
        int days,
        int minutes,
        int workingMinutes,
        Map<Integer, Integer> elapsedGaps,
        Map<Integer, Integer> workingGaps) {

    private static final long FIRST_MONDAY = 4;
    private static final long WEEK = 7;

    /** The week of a day, both counted from 1970. */
    static long weekOf(long day) {
        return Math.floorDiv(day - FIRST_MONDAY, WEEK);
    }

    static HeardWeek starting(long week) {
        return new HeardWeek(week, 0, 0, 0, new HashMap<>(), new HashMap<>());
    }

    HeardWeek with(boolean firstOfDay, boolean working) {
        return new HeardWeek(
                week,
                days + (firstOfDay ? 1 : 0),
                minutes + 1,
                workingMinutes + (working ? 1 : 0),
                elapsedGaps,
                workingGaps);
    }

    int gaps() {
        int gaps = 0;
        for (int count : elapsedGaps.values()) {
            gaps += count;
        }
        return gaps;
    }
}
