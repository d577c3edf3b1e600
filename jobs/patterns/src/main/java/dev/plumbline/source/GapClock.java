package dev.plumbline.source;

import java.util.Locale;

/** On which clock the gaps of a source are measured. */
public enum GapClock {
    /** By the clock on the wall. */
    ELAPSED,
    /** In the organisation's working time. */
    WORKING;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
