package dev.plumbline.drift;

import java.util.Locale;

/** Why too little is known of a metric. */
public enum WhatIsMissing {
    /** From its first to its last episode it is less than six weeks. */
    FEW_WEEKS,
    /** There are six weeks, and too few episodes in them. */
    FEW_EPISODES,
    /** It would tell of one person. */
    SUPPRESSED,
    /**
     * Nothing has happened for so long that it was forgotten, and is learned anew if it goes on.
     */
    FORGOTTEN;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
