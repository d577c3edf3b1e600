package dev.plumbline.work;

import java.util.Locale;

/** How a check, a test or a deployment ended. */
public enum Result {
    SUCCESS,
    FAILURE,
    CANCELLED,
    SKIPPED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in events. */
    public String word() {
        return word;
    }

    /** The result of that word, {@code null} for null and for a word that is none. */
    public static Result ofWord(String word) {
        for (Result result : values()) {
            if (result.word().equals(word)) {
                return result;
            }
        }
        return null;
    }
}
