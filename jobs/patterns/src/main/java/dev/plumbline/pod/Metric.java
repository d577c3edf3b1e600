package dev.plumbline.pod;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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
    ACTORS_PER_ITEM,
    COORDINATION_COST,
    PICKUP_TIME,
    REVIEW_TIME,
    REVIEW_WAIT_REVIEWERS,
    REVIEW_WAIT_AUTHOR,
    REWORK_TIME,
    MERGE_DELAY,
    AGENT_SHARE,
    AGENT_UNREVIEWED_SHARE,
    AGENT_REWORK_RATE,
    UNLINKED_SHARE,
    DEPLOY_TIME,
    CHANGE_LEAD_TIME,
    DEPLOYMENT_FREQUENCY,
    CHANGE_FAILURE_RATE,
    RECOVERY_TIME,
    DEPLOYMENT_REWORK_RATE,
    PLAN_DIVERGENCE,
    UNPLANNED_SHARE,
    ACTIVE_SHARE,
    PARTICIPATION_BALANCE,
    STALL_RATE,
    STALLED_HOURS,
    VERIFIED_SHARE;

    private static final Set<Metric> OF_EVIDENCE =
            EnumSet.of(
                    DEPLOY_TIME,
                    CHANGE_LEAD_TIME,
                    DEPLOYMENT_FREQUENCY,
                    CHANGE_FAILURE_RATE,
                    RECOVERY_TIME,
                    DEPLOYMENT_REWORK_RATE,
                    VERIFIED_SHARE);

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in the store. */
    public String word() {
        return word;
    }

    /** It rests on checks and deployments, and not on the events of work alone. */
    public boolean restsOnEvidence() {
        return OF_EVIDENCE.contains(this);
    }
}
