package dev.plumbline.handoff;

import java.util.Locale;

/** How responsibility passes. */
public enum HandoffKind {
    /** The holder was nobody, or the queue that the receiver belongs to. */
    DISPATCH,
    /** The holder changes from one person or group to another. */
    REASSIGNMENT,
    /** The receiver is an agent. */
    DELEGATION,
    /** Author to reviewer. */
    REVIEW,
    /** Reviewer back to author: changes requested. */
    RETURN;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Review and return leave the holder as it is. */
    public boolean passesHolding() {
        return this == DISPATCH || this == REASSIGNMENT || this == DELEGATION;
    }
}
