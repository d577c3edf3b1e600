package dev.plumbline.handoff;

import java.util.Locale;

/** How a handoff ended, or that it has not. */
public enum HandoffOutcome {
    /** The receiver worked on the item. */
    PICKED_UP,
    /** The ball moved on before the receiver worked. */
    BOUNCED,
    /** Review only: finished after another reviewer had picked up since this one was asked. */
    SUPERSEDED,
    /** The item was done or cancelled before pickup. */
    ABANDONED,
    /** None of these yet: right-censored. */
    OPEN;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
