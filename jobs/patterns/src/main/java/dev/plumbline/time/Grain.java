package dev.plumbline.time;

import java.util.Locale;

/** How long a window is. */
public enum Grain {
    /** A calendar day. */
    DAY,
    /** An ISO week: Monday to Sunday. */
    WEEK;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grain of that word, {@code null} for null and for a word that is none. */
    public static Grain ofWord(String word) {
        for (Grain grain : values()) {
            if (grain.word().equals(word)) {
                return grain;
            }
        }
        return null;
    }
}
