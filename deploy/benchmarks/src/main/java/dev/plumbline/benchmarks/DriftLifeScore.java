package dev.plumbline.benchmarks;

import dev.plumbline.drift.Direction;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the signals of {@link DriftLife} compare with the truth. Those of the drifting metric and
 * upward that open while it drifts, or two weeks after, are right; of several the first counts and
 * the others are duplicates. All others are wrong, of speedups too, unless they are the way back
 * from what had become the new normal.
 */
final class DriftLifeScore implements DriftLife.Listener {

    private static final double FOUND_WEEKS = 8;
    private static final double AFTER_WEEKS = 2;
    private static final double OVER_WEEKS = 3;
    private static final double RETURN_WEEKS = 8;

    private final Map<String, Integer> wrongs = new LinkedHashMap<>();
    private final List<Double> delays = new ArrayList<>();
    private final List<Double> onsetErrors = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();
    private int real;
    private int found;
    private int right;
    private int duplicates;
    private int wrong;
    private int returns;
    private int early;
    private int inTime;
    private int late;
    private int never;
    private int absorbed;

    private record Life(DriftSignal opened, DriftSignal last) {}

    @Override
    public void told(WatchedPod pod, double onset, double end) {
        Map<String, Life> lives = new LinkedHashMap<>();
        for (DriftSignal row : pod.told()) {
            if (row.level() == DriftLevel.SIGNAL) {
                Life life = lives.get(row.id());
                lives.put(row.id(), new Life(life == null ? row : life.opened(), row));
            }
        }
        boolean drifts = !Double.isNaN(onset);
        real += drifts ? 1 : 0;
        List<Life> ofDrift = new ArrayList<>();
        for (Life life : lives.values()) {
            double after = drifts ? weeks(onset, life.opened().openedAt()) : -1;
            boolean isUp = life.opened().direction() == Direction.UP;
            if (isUp && after > 0 && after < DriftLife.DRIFT_WEEKS + AFTER_WEEKS) {
                ofDrift.add(life);
            } else if (drifts && isReturn(life.opened(), onset, end, pod.told())) {
                returns++;
            } else if (weeks(DriftLife.HISTORY_WEEKS, life.opened().openedAt()) > 0) {
                wrong++;
                wrongs.merge(
                        life.opened().detector().word() + (after > 0 && after < 30 ? " after" : ""),
                        1,
                        Integer::sum);
            }
        }
        if (!ofDrift.isEmpty()) {
            right(ofDrift, onset, end);
        }
    }

    private void right(List<Life> lives, double onset, double end) {
        DriftSignal first = lives.get(0).opened();
        right++;
        duplicates += lives.size() - 1;
        double delay = weeks(onset, first.openedAt());
        found += delay <= FOUND_WEEKS ? 1 : 0;
        delays.add(delay);
        onsetErrors.add(Math.abs(weeks(onset, first.onsetAt())) * DriftLife.PER_WEEK);
        boolean renewed =
                lives.stream().anyMatch(one -> one.last().status() == DriftStatus.NEW_NORMAL);
        DriftSignal last = lives.get(lives.size() - 1).last();
        if (renewed) {
            absorbed++;
        } else if (last.status() != DriftStatus.RESOLVED) {
            never++;
        } else {
            double over = weeks(end, last.asOf());
            ends.add(over);
            early += over < 0 ? 1 : 0;
            inTime += over >= 0 && over <= OVER_WEEKS ? 1 : 0;
            late += over > OVER_WEEKS ? 1 : 0;
        }
    }

    /** The way back, told as an improvement because the drift had become the new normal. */
    private static boolean isReturn(
            DriftSignal signal, double onset, double end, List<DriftSignal> told) {
        Instant from = at(onset);
        boolean renewed =
                told.stream()
                        .filter(row -> row.status() == DriftStatus.NEW_NORMAL)
                        .anyMatch(
                                row ->
                                        row.asOf().isAfter(from)
                                                && row.asOf().isBefore(signal.openedAt()));
        return renewed
                && signal.direction() == Direction.DOWN
                && signal.onsetHigh().isAfter(from)
                && weeks(end, signal.openedAt()) < RETURN_WEEKS;
    }

    private static Instant at(double weeks) {
        return WatchedPod.instant(weeks * WatchedPod.HOURS_PER_WEEK);
    }

    private static double weeks(double from, Instant to) {
        return WatchedPod.weeks(at(from), to);
    }

    static final String[] HEADINGS = {
        "wrong per pod-year",
        "precision",
        "recall in 8 weeks",
        "delay, median weeks",
        "onset error, median items",
        "duplicates",
        "of those found: over within 3 weeks",
        "over too soon",
        "over later",
        "not over",
        "new normal",
        "over after, median weeks",
        "ways back"
    };

    List<String> cells(int pods) {
        return List.of(
                Page.format("%.2f", (double) wrong / pods),
                Page.format("%.2f", (double) right / (right + wrong)),
                Page.format("%.2f", (double) found / real),
                Page.format("%.1f", median(delays)),
                Page.format("%.1f", median(onsetErrors)),
                Page.format("%.2f", (double) duplicates / Math.max(1, right)),
                Page.format("%.2f", (double) inTime / Math.max(1, right)),
                Page.format("%.2f", (double) early / Math.max(1, right)),
                Page.format("%.2f", (double) late / Math.max(1, right)),
                Page.format("%.2f", (double) never / Math.max(1, right)),
                Page.format("%.2f", (double) absorbed / Math.max(1, right)),
                Page.format("%.1f", median(ends)),
                String.valueOf(returns));
    }

    String wrongs() {
        return wrongs.toString();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
