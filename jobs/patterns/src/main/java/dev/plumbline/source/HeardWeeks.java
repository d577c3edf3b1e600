package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The weeks that are remembered of a source: the latest eight in which it was heard, more only
 * while they hold too few gaps to learn from. What they come to together is kept beside them, and
 * what a week brought is taken off again when it leaves, so that nobody ever adds them up.
 *
 * @param kept in order of time
 * @param lastDay the last day on which it was heard; meaningless before the first
 * @param days days on which it was heard
 * @param minutes minutes in which it was heard
 * @param workingMinutes those of them in working time
 * @param gaps how many gaps ended in them
 * @param elapsedGaps how many of each bucket of elapsed minutes, up to the longest one
 * @param workingGaps the same of working minutes
 */
public record HeardWeeks(
        List<HeardWeek> kept,
        long lastDay,
        int days,
        int minutes,
        int workingMinutes,
        int gaps,
        List<Integer> elapsedGaps,
        List<Integer> workingGaps) {

    private static final int WEEKS = 8;
    private static final int MOST_WEEKS = 53;

    static HeardWeeks none() {
        return new HeardWeeks(
                new ArrayList<>(), 0, 0, 0, 0, 0, new ArrayList<>(), new ArrayList<>());
    }

    /** Heard in one more minute, of that day or a later one than before. */
    HeardWeeks with(long day, boolean working) {
        long week = HeardWeek.weekOf(day);
        int last = kept.size() - 1;
        boolean firstOfDay = last < 0 || day != lastDay;
        if (last < 0 || kept.get(last).week() != week) {
            kept.add(HeardWeek.starting(week));
            last++;
        }
        kept.set(last, kept.get(last).with(firstOfDay, working));
        HeardWeeks next =
                new HeardWeeks(
                        kept,
                        day,
                        days + (firstOfDay ? 1 : 0),
                        minutes + 1,
                        workingMinutes + (working ? 1 : 0),
                        gaps,
                        elapsedGaps,
                        workingGaps);
        return kept.size() <= WEEKS ? next : next.withoutOldWeeks();
    }

    /** A gap of so many minutes has ended in the last minute heard. */
    HeardWeeks withGap(long elapsed, long working) {
        HeardWeek week = kept.get(kept.size() - 1);
        add(elapsedGaps, week.elapsedGaps(), GapBuckets.of(elapsed));
        add(workingGaps, week.workingGaps(), GapBuckets.of(working));
        return counting(days, minutes, workingMinutes, gaps + 1);
    }

    /** The shortest gap that at least 99 in 100 do not exceed, minutes; of a gap at least. */
    long percentile99(GapClock clock) {
        List<Integer> counts = clock == GapClock.WORKING ? workingGaps : elapsedGaps;
        int longer = gaps / 100;
        int bucket = counts.size() - 1;
        while (counts.get(bucket) <= longer) {
            longer -= counts.get(bucket);
            bucket--;
        }
        return GapBuckets.highest(bucket);
    }

    private HeardWeeks withoutOldWeeks() {
        HeardWeeks current = this;
        while (kept.size() > WEEKS) {
            HeardWeek oldest = kept.get(0);
            int gapsLeft = current.gaps - oldest.gaps();
            if (gapsLeft < Expectation.FEWEST_GAPS && kept.size() <= MOST_WEEKS) {
                return current;
            }
            kept.remove(0);
            takeOff(elapsedGaps, oldest.elapsedGaps());
            takeOff(workingGaps, oldest.workingGaps());
            current =
                    current.counting(
                            current.days - oldest.days(),
                            current.minutes - oldest.minutes(),
                            current.workingMinutes - oldest.workingMinutes(),
                            gapsLeft);
        }
        return current;
    }

    private HeardWeeks counting(int newDays, int newMinutes, int newWorking, int newGaps) {
        return new HeardWeeks(
                kept, lastDay, newDays, newMinutes, newWorking, newGaps, elapsedGaps, workingGaps);
    }

    private static void add(List<Integer> all, Map<Integer, Integer> ofWeek, int bucket) {
        ofWeek.merge(bucket, 1, Integer::sum);
        while (all.size() <= bucket) {
            all.add(0);
        }
        all.set(bucket, all.get(bucket) + 1);
    }

    private static void takeOff(List<Integer> all, Map<Integer, Integer> ofWeek) {
        ofWeek.forEach((bucket, count) -> all.set(bucket, all.get(bucket) - count));
        while (!all.isEmpty() && all.get(all.size() - 1) == 0) {
            all.remove(all.size() - 1);
        }
    }
}
