package dev.plumbline.stall;

import java.util.ArrayList;
import java.util.List;

/**
 * The completed gaps of one stratum of a pod, day by day, for eight weeks. A gap belongs to the day
 * on which it ended.
 *
 * @param days ascending, each once; changed in place. A day leaves with {@link #evictBefore} when
 *     it is eight weeks old.
 */
public record GapHistory(List<DayGaps> days) {

    /** How far back a baseline looks. */
    public static final int DAYS = 56;

    /**
     * The gaps of one day.
     *
     * @param day days of the epoch in the organisation's zone
     */
    public record DayGaps(long day, GapSums sums) {}

    public static GapHistory empty() {
        return new GapHistory(new ArrayList<>());
    }

    /** In any order; cheap for the newest day. */
    public void add(long day, GapSums sums) {
        int last = days.size() - 1;
        while (last >= 0 && days.get(last).day() > day) {
            last--;
        }
        if (last >= 0 && days.get(last).day() == day) {
            days.set(last, new DayGaps(day, days.get(last).sums().plus(sums)));
        } else {
            days.add(last + 1, new DayGaps(day, sums));
        }
    }

    /**
     * The sums a baseline of that day rests on: the eight weeks up to the end of the day before.
     */
    public GapSums before(long day) {
        long n = 0;
        long sumMicros = 0;
        long squaresMicros = 0;
        for (int i = 0; i < days.size() && days.get(i).day() < day; i++) {
            if (days.get(i).day() >= day - DAYS) {
                GapSums sums = days.get(i).sums();
                n += sums.n();
                sumMicros += sums.sumMicros();
                squaresMicros += sums.squaresMicros();
            }
        }
        return n == 0 ? GapSums.NONE : new GapSums(n, sumMicros, squaresMicros);
    }

    /** Whether the sums of that day differ from those of the day before. */
    public boolean changesOn(long day) {
        boolean expires = !days.isEmpty() && days.get(0).day() == day - 1 - DAYS;
        return expires || holds(day - 1);
    }

    private boolean holds(long day) {
        int last = days.size() - 1;
        while (last >= 0 && days.get(last).day() > day) {
            last--;
        }
        return last >= 0 && days.get(last).day() == day;
    }

    /** Forgets what no baseline of that day or a later one looks at; whether that was anything. */
    public boolean evictBefore(long day) {
        boolean any = !days.isEmpty() && days.get(0).day() < day - DAYS;
        return any && days.removeIf(known -> known.day() < day - DAYS);
    }

    /** The newest day that is known; only where the history is not empty. */
    long newestDay() {
        return days.get(days.size() - 1).day();
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }
}
