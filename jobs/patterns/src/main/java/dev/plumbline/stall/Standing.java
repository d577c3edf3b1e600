package dev.plumbline.stall;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;

/**
 * Where an item stands after an event: all that decides whether somebody is expected to work on it.
 *
 * @param state null where it is not known
 * @param blocked somebody flagged it
 * @param owner account of the owner; null where a group owns it, or nobody
 * @param ownerKind null where there is no owner
 * @param group the owning group; may be null
 */
public record Standing(
        ObjectType objectType,
        StateCategory state,
        boolean blocked,
        String owner,
        ActorKind ownerKind,
        String group,
        String pod) {

    /** Somebody should be working on it and nobody said otherwise. */
    public boolean isWatched() {
        if (state == null || blocked) {
            return false;
        }
        return switch (state) {
            case ACTIVE, REVIEW -> true;
            case TODO -> owner != null || group != null;
            case BACKLOG, WAITING, BLOCKED, DONE, CANCELLED -> false;
        };
    }

    /** Somebody said that it does not move. */
    public boolean isDeclared() {
        boolean stopped = state == StateCategory.WAITING || state == StateCategory.BLOCKED;
        return stopped || (blocked && state != null && !state.finished());
    }

    Stratum stratum() {
        return Stratum.of(objectType, state, ownerKind);
    }
}
