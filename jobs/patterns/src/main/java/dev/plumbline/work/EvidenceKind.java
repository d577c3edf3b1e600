package dev.plumbline.work;

import java.util.Locale;

/** A trace that work said to be done is done. */
public enum EvidenceKind {
    /** A linked change was merged. */
    CHANGE,
    /** A check succeeded. */
    CHECK,
    /** It was deployed. */
    DEPLOYMENT,
    /** Somebody approved it. */
    REVIEW,
    /** A test run succeeded. */
    TEST;

    /** The word used in the directory and in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word, {@code null} for null and for a word that is none. */
    public static EvidenceKind ofWord(String word) {
        for (EvidenceKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
