package dev.plumbline.item;

import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/**
 * An event as an item hears of it.
 *
 * @param own the event is the item's own; else it is about an object linked to it
 * @param via the object that passed it on; null where the event itself names the item
 * @param knownAt when both the event and the link are known, never before the event
 */
public record Heard(WorkEvent event, boolean own, Via via, Instant knownAt) {

    /** The item's own. */
    public static Heard own(WorkEvent event) {
        return new Heard(event, true, null, event.occurredAt());
    }

    /** About an object that is known to be linked. */
    public static Heard linked(WorkEvent event) {
        return new Heard(event, false, null, event.occurredAt());
    }

    /**
     * Told by way of another object, or after the fact: it proves or disproves, and is no sign of
     * work on the item at that moment. A push to a change is one, over its change too.
     */
    boolean isProofOnly() {
        boolean farther = via != null && event.type().evidence();
        return farther || knownAt.isAfter(event.occurredAt());
    }

    /**
     * What makes it the same when it is heard again. What proves is heard once by every way it
     * comes, work only once.
     */
    String key() {
        return via == null || !event.type().evidence()
                ? event.id()
                : event.id() + '\u001f' + via.type() + via.mergeCommit() + via.id();
    }
}
