package dev.plumbline.pod;

import java.util.Locale;

/** The metrics of a pod's window; each is defined in the data dictionary under {@link #word()}. */
public enum Metric {
    HANDOFF_LATENCY,
    OPEN_HANDOFFS,
    OPEN_HANDOFF_AGE,
    PULL_SHARE,
    BOUNCE_RATE,
    PING_PONG_RATE,
    CYCLE_TIME,
    LEAD_TIME,
    THROUGHPUT,
    WIP,
    WIP_AGE,
    FLOW_EFFICIENCY,
    REWORK_RATE,
    REOPEN_RATE,
    HANDOFFS_PER_ITEM,
    ACTORS_PER_ITEM;

    /** The name in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
