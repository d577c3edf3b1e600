package dev.plumbline.verification;

import java.util.Locale;

/** What is found where words and traces of work do not agree. */
public enum FindingKind {
    /** Somebody said that it is done and nobody else's trace shows it. */
    UNVERIFIED_DONE,
    /** It is said to be done and a trace shows the opposite. */
    CONTRADICTED_DONE,
    /** Everything is merged and the item is still not done. */
    STUCK_AFTER_REALITY,
    /** A commit or a merged change that belongs to no work item. */
    ORPHAN_WORK,
    /** The item is active and its owner leaves no trace. */
    GHOST_WORK;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in waivers and in the store. */
    public String word() {
        return word;
    }

    /** The kind of that word, {@code null} for a word that is none. */
    public static FindingKind ofWord(String word) {
        for (FindingKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /**
     * Whether the finding rests on the absence of evidence, so that it says nothing where no source
     * of evidence is connected.
     */
    public boolean restsOnAbsence() {
        return this == UNVERIFIED_DONE || this == GHOST_WORK;
    }
}
