package dev.plumbline.debt;

import java.util.Locale;

/** What working hours are lost to. */
public enum DebtCategory {
    /** Waiting for the receiver of a handoff beyond the 75th percentile of the pod's own past. */
    DELAYED_HANDOFF,
    /** Silence of a stalled item beyond the pod's median gap. */
    SILENT_STALL,
    /** Active time on what had moved back. */
    REWORK,
    /** Hours for which a claim stood that was not verified, or contradicted. */
    UNVERIFIED_EXECUTION,
    /** Waiting for reviewers beyond the median of the pod's own review rounds. */
    COORDINATION;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
