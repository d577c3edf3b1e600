package dev.plumbline.work;

import java.util.Locale;

/** What a tool's status means for the flow of work. */
public enum StateCategory {
    BACKLOG,
    TODO,
    ACTIVE,
    REVIEW,
    WAITING,
    BLOCKED,
    DONE,
    CANCELLED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Started and not finished. */
    public boolean inProgress() {
        return this == ACTIVE || this == REVIEW || this == WAITING || this == BLOCKED;
    }

    public boolean finished() {
        return this == DONE || this == CANCELLED;
    }

    /** The word used in events and in the store. */
    public String word() {
        return word;
    }

    /** The category of that word, {@code null} for null and for a word that is none. */
    public static StateCategory ofWord(String word) {
        for (StateCategory category : values()) {
            if (category.word().equals(word)) {
                return category;
            }
        }
        return null;
    }
}
