package dev.plumbline.pod;

/** What a pod is told. */
public enum PodFactKind {
    /** A handoff to the pod waits. */
    HANDOFF_OPENED,
    /** A handoff to the pod ended. */
    HANDOFF_ENDED,
    /** The pod has an item in progress. */
    PROGRESS_ENTERED,
    /** It has it no more: finished, stopped before it started, or gone to another pod. */
    PROGRESS_LEFT,
    /** An item of the pod entered done. */
    ITEM_FINISHED,
    /** An item of the pod moved back, or one that the pod had finished did. */
    ITEM_MOVED_BACK,
    /** An item that the pod had finished was reopened within 14 days of done. */
    ITEM_REOPENED,
    /** A change of an agent moved back, or was reverted. Party: the agent. */
    AGENT_CHANGE_REWORKED,
    /** A change of the pod reached production for the first time. Party: its author. */
    CHANGE_DEPLOYED,
    /** A commit that names a work item. Party: its author. */
    COMMIT_LINKED,
    /** A commit that names none. */
    COMMIT_UNLINKED,
    /** The pod's work was heard of from a container on that day. Subject: the container. */
    CONTAINER_HEARD,
    /** Evidence of the pod's work came from a container on that day. Subject: the container. */
    EVIDENCE_HEARD,
    /** So many productive events of one account of the pod on one day. */
    ACTIVITY,
    /**
     * A plan began, or one that has begun concerns the pod from now on. Subject: the plan; since:
     * when it began.
     */
    PLAN_STARTED,
    /** It ended. */
    PLAN_CLOSED,
    /** An item of the pod was put into the plan, before or after its start. */
    PLAN_ITEM_ADDED,
    /** It was taken out again. */
    PLAN_ITEM_REMOVED,
    /** An item ought to move from now on. Subject: the item; party: its owner. */
    WATCH_STARTED,
    /** It need not any more: finished, declared, without an owner, or gone to another pod. */
    WATCH_ENDED,
    /** A watched item passed its threshold. Subject: the stall; since: that instant. */
    STALL_OPENED,
    /** The stall ended, however. */
    STALL_ENDED,
    /** A claim was verified within its grace. Subject: the claim; party: the claimer. */
    CLAIM_VERIFIED,
    /** Its grace ran out, or it was contradicted before. */
    CLAIM_UNVERIFIED,
    /** A production deployment succeeded or failed. Subject: the deployment. */
    DEPLOYMENT_ENDED,
    /** One turned out to have failed though it had not ended so. Since: when it ended. */
    DEPLOYMENT_FAILED,
    /** An incident names it. Since: when it ended. */
    DEPLOYMENT_FAILED_BY_INCIDENT,
    /** An incident names it, which had failed before. */
    DEPLOYMENT_NAMED_BY_INCIDENT,
    /** It was rolled back, or its incidents are resolved. */
    DEPLOYMENT_RESTORED;

    /** Whether it is one of the facts that the base metrics of items and handoffs are made of. */
    boolean isOfItemsAndHandoffs() {
        return compareTo(ITEM_REOPENED) <= 0;
    }
}
