package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/**
 * Whose facts of a family fell into a window. Grows only, so that a provisional row is replaced.
 */
public record KindsHeard(boolean people, boolean agents) {

    static KindsHeard with(KindsHeard known, ActorKind kind) {
        return new KindsHeard(
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
