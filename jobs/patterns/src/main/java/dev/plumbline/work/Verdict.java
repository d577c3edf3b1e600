package dev.plumbline.work;

import java.util.Locale;

/** What a review said. */
public enum Verdict {
    APPROVED,
    CHANGES_REQUESTED,
    COMMENTED,
    DISMISSED;

    /** The verdict of that word, {@code null} for null and for a word that is none. */
    public static Verdict ofWord(String word) {
        for (Verdict verdict : values()) {
            if (verdict.name().toLowerCase(Locale.ROOT).equals(word)) {
                return verdict;
            }
        }
        return null;
    }
}
