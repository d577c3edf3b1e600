package dev.plumbline.stall;

import java.util.Locale;

/** How a silence ended. */
public enum StallOutcome {
    /** It lasts. */
    OPEN,
    /** A sign of work came. */
    RESUMED,
    /** Somebody said that it does not move: waiting or blocked. */
    DECLARED,
    FINISHED,
    CANCELLED,
    /** Nobody is expected any more, or somebody else: unassigned, put back, passed on. */
    WITHDRAWN;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
