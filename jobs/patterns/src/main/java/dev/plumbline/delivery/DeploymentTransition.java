package dev.plumbline.delivery;

/** What became of a production deployment with one event. */
public enum DeploymentTransition {
    /** It succeeded for the first time. */
    SUCCEEDED,
    /** It ended and failed. */
    ENDED_FAILED,
    /** It turned out to have failed after it had ended, or before it did. */
    FAILED,
    /** An incident names it: only the end of the incident, or a rollback, restores it. */
    FAILED_BY_INCIDENT,
    /** An incident names it, which had failed before: no second failure. */
    NAMED_BY_INCIDENT,
    /** It was rolled back, its incidents are resolved, or its repetition succeeded. */
    RESTORED
}
