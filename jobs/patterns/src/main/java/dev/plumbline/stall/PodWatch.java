package dev.plumbline.stall;

import java.util.HashMap;
import java.util.Map;

/**
 * What a pod remembers of its gaps and silences. Grows with the strata of eight weeks and with the
 * items that are silent, not with history.
 *
 * @param histories completed gaps by {@link Stratum#key}; an entry leaves when its last day is
 *     eight weeks old
 * @param silences items silent for longer than their floor, by {@link SilentItem#key}; an entry
 *     leaves when the silence ends
 * @param day the day of the epoch the thresholds are for
 * @param thresholds those in force on that day, by {@link Stratum#key}; they leave with the day
 */
public record PodWatch(
        String org,
        String pod,
        Map<String, GapHistory> histories,
        Map<String, Silence> silences,
        long day,
        Map<String, StallThresholds> thresholds) {

    public static PodWatch of(String org, String pod) {
        return new PodWatch(
                org, pod, new HashMap<>(), new HashMap<>(), Long.MIN_VALUE, new HashMap<>());
    }

    /** Adds completed gaps of a day that is not over yet; in any order. */
    public void add(Stratum stratum, long day, GapSums sums) {
        histories.computeIfAbsent(stratum.key(), key -> GapHistory.empty()).add(day, sums);
    }

    /** Nothing is silent and no gap is remembered: the pod can be forgotten. */
    public boolean isIdle() {
        return histories.isEmpty() && silences.isEmpty();
    }

    PodWatch on(long newDay) {
        return new PodWatch(org, pod, histories, silences, newDay, thresholds);
    }
}
