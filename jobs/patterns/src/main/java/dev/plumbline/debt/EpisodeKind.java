package dev.plumbline.debt;

/** What opens and ends in a pod, and can cost it time. */
public enum EpisodeKind {
    /** A push handoff, from its opening to its pickup; requests for review are their own kind. */
    HANDOFF(DebtCategory.DELAYED_HANDOFF, true),
    /** A review asked of somebody: a promise to pick it up. The time it takes is in the round. */
    REVIEW_REQUEST(null, true),
    /** A change waits for its reviewers. */
    REVIEW_ROUND(DebtCategory.COORDINATION, true),
    /** An item that silently stalled, from the beginning of the silence. */
    STALL(DebtCategory.SILENT_STALL, false),
    /** A stretch of active work on an item that had moved back. */
    REWORK(DebtCategory.REWORK, false),
    /** A finding that a claim is not verified, or contradicted. */
    FALSE_CLAIM(DebtCategory.UNVERIFIED_EXECUTION, false);

    private final DebtCategory category;
    private final boolean learned;

    EpisodeKind(DebtCategory category, boolean learned) {
        this.category = category;
        this.learned = learned;
    }

    /** Null where it owes nothing itself. */
    DebtCategory category() {
        return category;
    }

    /** Whether its baseline is learned here, from those of the pod that ended before. */
    boolean isLearned() {
        return learned;
    }

    /** Whether somebody is expected to take it up within the pod's 90th percentile. */
    boolean isPromise() {
        return this == HANDOFF || this == REVIEW_REQUEST;
    }

    /** Whether it goes by the name of its item, which has one at a time. */
    boolean isStretch() {
        return this == REVIEW_ROUND || this == REWORK;
    }

    /** What of an ended episode is owed at all: beyond the 75th percentile, or the median. */
    long allowedSeconds(Baseline baseline) {
        return this == HANDOFF ? baseline.p75Seconds() : baseline.medianSeconds();
    }
}
