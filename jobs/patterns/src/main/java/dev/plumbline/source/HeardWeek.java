package dev.plumbline.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What one week taught about a source. Bounded: some 500 buckets at most.
 *
 * @param week number of the week, Monday to Sunday in UTC
 * @param minutes minutes in which it was heard
 * @param workingMinutes those of them in working time
 * @param elapsedGaps how often each gap ended in the week, by bucket of elapsed minutes
 * @param workingGaps the same by bucket of working minutes
 */
public record HeardWeek(
        long week,
        int minutes,
        int workingMinutes,
        Map<Integer, Integer> elapsedGaps,
        Map<Integer, Integer> workingGaps) {

    private static final long FIRST_MONDAY_SECONDS = 4 * 86_400L;
    private static final long WEEK_SECONDS = 7 * 86_400L;

    static long weekOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond() - FIRST_MONDAY_SECONDS, WEEK_SECONDS);
    }

    static HeardWeek starting(long week) {
        return new HeardWeek(week, 0, 0, new HashMap<>(), new HashMap<>());
    }

    HeardWeek withMinute(boolean working) {
        return new HeardWeek(
                week, minutes + 1, workingMinutes + (working ? 1 : 0), elapsedGaps, workingGaps);
    }

    void addGap(long elapsed, long working) {
        elapsedGaps.merge(GapBuckets.of(elapsed), 1, Integer::sum);
        workingGaps.merge(GapBuckets.of(working), 1, Integer::sum);
    }

    long gaps() {
        return elapsedGaps.values().stream().mapToLong(Integer::longValue).sum();
    }

    Map<Integer, Integer> gaps(GapClock clock) {
        return clock == GapClock.WORKING ? workingGaps : elapsedGaps;
    }
}
