package dev.plumbline.time;

import java.util.Locale;

/** How long a window is. */
public enum Grain {
    /** A calendar day. */
    DAY,
    /** An ISO week: Monday to Sunday. */
    WEEK;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in the store. */
    public String word() {
        return word;
    }
}
