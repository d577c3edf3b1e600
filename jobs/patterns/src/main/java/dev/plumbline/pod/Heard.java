package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/**
 * Whose facts of a family fell into a window. Grows only, so that a provisional row is replaced.
 */
public record Heard(boolean people, boolean agents) {

    static Heard with(Heard known, ActorKind kind) {
        return new Heard(
                (known != null && known.people) || kind == ActorKind.HUMAN,
                (known != null && known.agents) || kind == ActorKind.AGENT);
    }

    boolean of(Split split) {
        return switch (split) {
            case ALL -> true;
            case HUMAN -> people;
            case AGENT -> agents;
        };
    }
}
