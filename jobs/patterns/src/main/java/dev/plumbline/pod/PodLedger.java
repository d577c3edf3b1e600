package dev.plumbline.pod;

import java.util.HashMap;
import java.util.Map;

/**
 * What a pod remembers: the work that is open and what happened in the open day and week. Grows
 * with the open work and with the busiest week, not with history.
 *
 * @param handoffs handoffs that wait, by id; an entry leaves when the handoff ends
 * @param inProgress items in progress, by type and id; an entry leaves when the item does
 * @param day null while no day is open
 * @param week null while no week is open
 */
public record PodLedger(
        String org,
        String pod,
        Map<String, OpenWork> handoffs,
        Map<String, OpenWork> inProgress,
        WindowTally day,
        WindowTally week) {

    public static PodLedger of(String org, String pod) {
        return new PodLedger(org, pod, new HashMap<>(), new HashMap<>(), null, null);
    }

    /** Nothing is open and no window holds anything: the pod can be forgotten. */
    public boolean isIdle() {
        return handoffs.isEmpty() && inProgress.isEmpty() && day == null && week == null;
    }

    PodLedger withWindows(WindowTally newDay, WindowTally newWeek) {
        return new PodLedger(org, pod, handoffs, inProgress, newDay, newWeek);
    }
}
