package dev.plumbline.source;

import java.util.List;
import java.util.Map;

/**
 * How long a source is expected to be quiet at most: three times the 99th percentile of its gaps,
 * and not under an hour. Measured in working time where at least nine in ten of the minutes in
 * which it was heard lie in working time.
 *
 * @param clock the one that decides
 * @param elapsedMinutes the longest gap expected by the clock on the wall
 * @param workingMinutes the longest gap expected in working time
 * @param day number of the day for which it was learned, from what came before
 */
public record Expectation(GapClock clock, long elapsedMinutes, long workingMinutes, long day) {

    /** With fewer gaps nothing is expected. */
    static final int FEWEST_GAPS = 30;

    /** No shorter silence is claimed, minutes. */
    static final long FLOOR_MINUTES = 60;

    private static final long TIMES = 3;
    private static final double WORKING_SHARE = 0.9;

    /** What these weeks teach; null for too little. */
    static Expectation learned(List<HeardWeek> weeks, long day) {
        long gaps = weeks.stream().mapToLong(HeardWeek::gaps).sum();
        if (gaps < FEWEST_GAPS) {
            return null;
        }
        long minutes = weeks.stream().mapToLong(HeardWeek::minutes).sum();
        long working = weeks.stream().mapToLong(HeardWeek::workingMinutes).sum();
        return new Expectation(
                working >= WORKING_SHARE * minutes ? GapClock.WORKING : GapClock.ELAPSED,
                threshold(weeks, gaps, GapClock.ELAPSED),
                threshold(weeks, gaps, GapClock.WORKING),
                day);
    }

    /** The longest gap expected on the clock that decides, minutes. */
    long minutes() {
        return clock == GapClock.WORKING ? workingMinutes : elapsedMinutes;
    }

    private static long threshold(List<HeardWeek> weeks, long gaps, GapClock clock) {
        return Math.max(FLOOR_MINUTES, TIMES * percentile99(weeks, gaps, clock));
    }

    /** The shortest gap that at least 99 in 100 do not exceed. */
    private static long percentile99(List<HeardWeek> weeks, long gaps, GapClock clock) {
        long[] counts = new long[GapBuckets.COUNT];
        for (HeardWeek week : weeks) {
            for (Map.Entry<Integer, Integer> bucket : week.gaps(clock).entrySet()) {
                counts[bucket.getKey()] += bucket.getValue();
            }
        }
        long rank = (99 * gaps + 99) / 100;
        long passed = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            passed += counts[bucket];
            if (passed >= rank) {
                return GapBuckets.highest(bucket);
            }
        }
        throw new IllegalStateException("fewer gaps than counted: " + passed + " of " + gaps);
    }
}
