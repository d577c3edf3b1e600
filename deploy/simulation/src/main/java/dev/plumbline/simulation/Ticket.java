package dev.plumbline.simulation;

import java.time.Instant;

/**
 * What is drawn of a ticket before its life begins.
 *
 * @param assignedAt when it gets its first owner
 * @param fault what goes wrong, null for nothing
 * @param linked whether any tool tells what was done for it
 * @param clock the pod's, or one with a stop of its own
 */
record Ticket(
        String id,
        Instant createdAt,
        Instant assignedAt,
        String workType,
        String epic,
        FaultKind fault,
        boolean linked,
        PodClock clock) {
    boolean has(FaultKind kind) {
        return fault == kind;
    }
}
