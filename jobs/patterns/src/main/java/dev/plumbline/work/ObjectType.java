package dev.plumbline.work;

import java.util.Locale;

/** What a work event is about. */
public enum ObjectType {
    WORK_ITEM,
    CHANGE,
    COMMIT,
    PIPELINE_RUN,
    TEST_RUN,
    DEPLOYMENT,
    INCIDENT,
    AGENT_SESSION,
    PLAN,
    ACTION,
    SOURCE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** An item has a life of its own and an owner. */
    public boolean isItem() {
        return this == WORK_ITEM || this == CHANGE;
    }

    /** The word used in events and in the store. */
    public String word() {
        return word;
    }

    /** The type of that word, {@code null} for null and for a word that is none. */
    public static ObjectType ofWord(String word) {
        for (ObjectType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        return null;
    }
}
