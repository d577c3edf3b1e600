package dev.plumbline.pod;

/**
 * Metrics that appear together: in the windows in which something of their kind happened. The base
 * metrics of items and handoffs are no family: they appear in every window with work in it.
 */
public enum MetricFamily {
    /** Merged changes: their phases, and what agents have in them. */
    CHANGES,
    /** Commits and merged changes: what they name. */
    LINKS,
    /** Changes that reached production. */
    DEPLOYED_CHANGES,
    /** Deployments to production. */
    DEPLOYMENTS,
    /** Plans, and items finished while one is open. */
    PLANS,
    /** Who worked. */
    ACTIVITY,
    /** Watched items and their stalls. */
    STALLS,
    /** Claims and what was found of them. */
    CLAIMS
}
