package dev.plumbline.drift;

import java.util.Locale;

/** Where a drift stands. */
public enum DriftStatus {
    OPEN,
    /** The last twenty items have moved further than those before them. */
    WORSENING,
    /** The last twenty items have moved back. */
    IMPROVING,
    /** The pattern is back where the reference was. */
    RESOLVED,
    /**
     * The changed pattern has been stable for sixty items and twelve weeks and is the reference
     * from now on.
     */
    NEW_NORMAL,
    /** Nothing has happened for so long that nobody knows: over without an answer. */
    FORGOTTEN;

    /** Nothing more comes of it. */
    public boolean isOver() {
        return this == RESOLVED || this == NEW_NORMAL || this == FORGOTTEN;
    }

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
