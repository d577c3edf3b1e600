package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.util.Locale;

/** Whose episodes a metric is taken over. */
public enum Split {
    ALL,
    HUMAN,
    AGENT;

    private final String word = name().toLowerCase(Locale.ROOT);

    boolean includes(ActorKind kind) {
        return switch (this) {
            case ALL -> true;
            case HUMAN -> kind == ActorKind.HUMAN;
            case AGENT -> kind == ActorKind.AGENT;
        };
    }

    /** The name in the store. */
    public String word() {
        return word;
    }
}
