package dev.plumbline.pod;

/** What an item tells its pod. */
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
    ITEM_REOPENED
}
