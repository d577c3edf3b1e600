package dev.plumbline.verification;

import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import java.time.Instant;
import java.util.List;

/**
 * Where the item itself stands, by its own events.
 *
 * @param state null before any event told
 * @param ownerSince null where it has had no owner
 * @param activeSince since when it is active and not declared as stopped; null while it is not
 * @param doneAt entry into done; null while it is not done
 * @param withdrawnAt when it was last reopened or moved back: what was said or merged up to then no
 *     longer finishes it; null where it never was
 * @param reopening null where there is none that counts
 * @param expectsWorkItem a change whose opening was seen, by a person or an agent: it would have
 *     named its work item
 * @param waived kinds of findings not to expect, in the words of the event
 */
public record Standing(
        String container,
        String workType,
        StateCategory state,
        boolean declared,
        Party owner,
        Instant ownerSince,
        Instant activeSince,
        Instant doneAt,
        String doneEvent,
        Instant withdrawnAt,
        Reopening reopening,
        boolean workItemLinked,
        boolean expectsWorkItem,
        List<String> waived) {

    /** Nothing is known. */
    public static final Standing NONE =
            new Standing(
                    null, null, null, false, null, null, null, null, null, null, null, false, false,
                    List.of());

    boolean isDone() {
        return state == StateCategory.DONE;
    }

    boolean isCancelled() {
        return state == StateCategory.CANCELLED;
    }

    boolean waives(FindingKind kind) {
        return !waived.isEmpty() && isAmongWaived(kind);
    }

    private boolean isAmongWaived(FindingKind kind) {
        return waived.contains("all") || waived.contains(kind.word());
    }

    /** Whether what happened then was taken back since. */
    boolean isWithdrawn(Instant at) {
        return withdrawnAt != null && !at.isAfter(withdrawnAt);
    }
}
