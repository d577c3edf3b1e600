package dev.plumbline.work;

import java.util.Locale;

/** Who acts: a dimension of every metric, never a filter. */
public enum ActorKind {
    HUMAN,
    /** An AI agent. */
    AGENT,
    /** A bot or other automation: never a reviewer, never progress. */
    SERVICE,
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** People live on working time; agents and services on elapsed time. */
    public boolean livesOnElapsedTime() {
        return this == AGENT || this == SERVICE;
    }

    /** The word used in events and in the store. */
    public String word() {
        return word;
    }

    /** The kind of that word, {@code null} for null and for a word that is none. */
    public static ActorKind ofWord(String word) {
        for (ActorKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
