package dev.plumbline.drift;

import java.util.Locale;

/** What is known of a watched metric. */
public enum EvidenceStatus {
    /** Too little is known to say that nothing drifts, or that anything does. */
    INSUFFICIENT_DATA,
    /** It is watched, and no drift is open. */
    USUAL,
    /** A watch is open. */
    WATCH,
    /** A signal is open. */
    SIGNAL;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
