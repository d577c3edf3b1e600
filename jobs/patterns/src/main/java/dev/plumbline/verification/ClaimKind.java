package dev.plumbline.verification;

import java.util.Locale;

/** Who says that the work is done, and how. Of one instant the first of these is the claim. */
public enum ClaimKind {
    /** An agent's session says that it is complete. */
    SESSION,
    /** A change that says it closes the item was merged; its author says so. */
    CLOSES,
    /** The work item entered done. */
    DONE;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
