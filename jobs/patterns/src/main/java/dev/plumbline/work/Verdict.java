package dev.plumbline.work;

import java.util.Locale;

/** What a review said. */
public enum Verdict {
    APPROVED,
    CHANGES_REQUESTED,
    COMMENTED,
    DISMISSED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in events. */
    public String word() {
        return word;
    }

    /** The verdict of that word, {@code null} for null and for a word that is none. */
    public static Verdict ofWord(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        return null;
    }
}
