package dev.plumbline.debt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the episodes of one stratum of a pod took, week by week, for the open week and the eight
 * before it. Grows with the waits that differ by more than 0.8 %, not with their number. A week
 * leaves when it is older.
 *
 * @param weeks ascending, each once; changed in place
 * @param today the day that is open, by bucket: no baseline before it is over
 */
public record WaitHistory(List<Week> weeks, Map<Integer, Long> today) {

    /** Full weeks a baseline looks back, beside the open one. */
    public static final int WEEKS = 8;

    /**
     * The waits that ended in a week.
     *
     * @param week {@link #weekOf} its days
     * @param counts by bucket
     */
    public record Week(long week, Map<Integer, Long> counts) {}

    static WaitHistory empty() {
        return new WaitHistory(new ArrayList<>(), new HashMap<>());
    }

    /** Weeks from Monday to Sunday, counted from the one of 1970-01-01. */
    static long weekOf(long day) {
        return Math.floorDiv(day + 3, 7);
    }

    void add(long seconds) {
        today.merge(Waits.bucket(seconds), 1L, Long::sum);
    }

    /** The day is over: it counts from the next one on. */
    void close(long day) {
        long week = weekOf(day);
        if (!today.isEmpty()) {
            Week last = weeks.isEmpty() ? null : weeks.get(weeks.size() - 1);
            if (last == null || last.week() != week) {
                last = new Week(week, new HashMap<>());
                weeks.add(last);
            }
            Map<Integer, Long> counts = last.counts();
            today.forEach((bucket, n) -> counts.merge(bucket, n, Long::sum));
            today.clear();
        }
        long oldest = weekOf(day + 1) - WEEKS;
        weeks.removeIf(known -> known.week() < oldest);
    }

    boolean isEmpty() {
        return weeks.isEmpty() && today.isEmpty();
    }

    /** The first day on which nothing of it counts any more; only where a week is known. */
    long forgottenOn() {
        return (weeks.get(weeks.size() - 1).week() + WEEKS + 1) * 7 - 3;
    }

    /**
     * What was usual up to the end of the day before.
     *
     * @param day the day that is open
     */
    Baseline on(long day) {
        long oldest = weekOf(day) - WEEKS;
        Map<Integer, Long> all = new TreeMap<>();
        long n = 0;
        for (Week week : weeks) {
            if (week.week() < oldest) {
                continue;
            }
            for (Map.Entry<Integer, Long> entry : week.counts().entrySet()) {
                all.merge(entry.getKey(), entry.getValue(), Long::sum);
                n += entry.getValue();
            }
        }
        return new Baseline(n, quantile(all, n, 50), quantile(all, n, 75), quantile(all, n, 90));
    }

    /** The smallest wait that so many per cent did not exceed; 0 of none. */
    private static long quantile(Map<Integer, Long> sorted, long n, long percent) {
        long rank = (n * percent + 99) / 100;
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : sorted.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return Waits.longest(entry.getKey());
            }
        }
        return 0;
    }
}
