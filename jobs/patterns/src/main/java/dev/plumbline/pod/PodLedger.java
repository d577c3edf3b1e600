package dev.plumbline.pod;

import java.util.HashMap;
import java.util.Map;

/**
 * What a pod remembers: the work that is open and what happened in the open day and week. Grows
 * with the open work and with the busiest week, not with history.
 *
 * @param handoffs handoffs that wait, by id; an entry leaves when the handoff ends
 * @param inProgress items in progress, by type and id; an entry leaves when the item does
 * @param open what else is open, and which families of metrics the pod has ever had
 * @param day null while no day is open
 * @param week null while no week is open
 */
public record PodLedger(
        String org,
        String pod,
        Map<String, OpenWork> handoffs,
        Map<String, OpenWork> inProgress,
        OpenFamilies open,
        WindowTally day,
        WindowTally week) {

    public static PodLedger of(String org, String pod) {
        return new PodLedger(
                org, pod, new HashMap<>(), new HashMap<>(), OpenFamilies.none(), null, null);
    }

    /**
     * Nothing is open, no window holds anything and no family is known: the pod can be forgotten.
     */
    public boolean isIdle() {
        return !isAwake() && open.isEmpty() && day == null && week == null;
    }

    /** Something waits, moves or stalls: its days are reported though nothing happens. */
    boolean isAwake() {
        return !handoffs.isEmpty() || !inProgress.isEmpty() || !open.stalls().isEmpty();
    }

    PodLedger withWindows(WindowTally newDay, WindowTally newWeek) {
        return new PodLedger(org, pod, handoffs, inProgress, open, newDay, newWeek);
    }
}
