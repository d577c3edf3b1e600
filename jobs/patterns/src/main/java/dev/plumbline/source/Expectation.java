package dev.plumbline.source;

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

    /** Heard on fewer days nothing is expected: a busy hour says nothing of an afternoon. */
    static final int FEWEST_DAYS = 5;

    /** No shorter silence is claimed, minutes. */
    static final long FLOOR_MINUTES = 60;

    private static final long TIMES = 3;
    private static final double WORKING_SHARE = 0.9;

    /** What these weeks teach; null for too little. */
    static Expectation learned(HeardWeeks weeks, long day) {
        if (weeks.gaps() < FEWEST_GAPS || weeks.days() < FEWEST_DAYS) {
            return null;
        }
        boolean worked = weeks.workingMinutes() >= WORKING_SHARE * weeks.minutes();
        return new Expectation(
                worked ? GapClock.WORKING : GapClock.ELAPSED,
                threshold(weeks, GapClock.ELAPSED),
                threshold(weeks, GapClock.WORKING),
                day);
    }

    /** The longest gap expected on the clock that decides, minutes. */
    long minutes() {
        return clock == GapClock.WORKING ? workingMinutes : elapsedMinutes;
    }

    private static long threshold(HeardWeeks weeks, GapClock clock) {
        return Math.max(FLOOR_MINUTES, TIMES * weeks.percentile99(clock));
    }
}
