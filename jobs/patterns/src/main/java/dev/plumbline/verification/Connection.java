package dev.plumbline.verification;

import java.time.Instant;

/**
 * What is known to be connected to a container.
 *
 * @param evidenceSince since when traces from other tools reach its items; null before
 * @param workItemsSince since when its changes and commits name work items; null before
 */
public record Connection(Instant evidenceSince, Instant workItemsSince) {

    /** Nothing yet. */
    public static final Connection NONE = new Connection(null, null);

    /** A trace from another tool reached an item. */
    public Connection withEvidence(Instant at) {
        return evidenceSince == null ? new Connection(at, workItemsSince) : this;
    }

    /** A change or a commit named a work item. */
    public Connection withWorkItemLink(Instant at) {
        return workItemsSince == null ? new Connection(evidenceSince, at) : this;
    }
}
