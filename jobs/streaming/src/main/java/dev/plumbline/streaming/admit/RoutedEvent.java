package dev.plumbline.streaming.admit;

import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * An event on its way to an object.
 *
 * @param key organisation, type and id of the object it goes to
 * @param targetType type of that object
 * @param targetId id of that object
 * @param own the event is the object's own; else it is about an object linked to it
 * @param via the object that passed it on; null where the event itself names the target
 * @param knownAt when both the event and the link to the target are known: the event's own time, or
 *     that of a link that was told later
 */
public record RoutedEvent(
        String key,
        ObjectType targetType,
        String targetId,
        boolean own,
        WorkEvent event,
        Via via,
        Instant knownAt) {

    /**
     * The order in which an object hears of events. One that reaches it both as its own and by a
     * link counts as its own, one that comes over several ways by the shortest first.
     */
    public static final Comparator<RoutedEvent> FOLD_ORDER =
            Comparator.comparing(RoutedEvent::knownAt)
                    .thenComparing(RoutedEvent::event, WorkEvent.FOLD_ORDER)
                    .thenComparing(routed -> !routed.own())
                    .thenComparing(routed -> routed.via() == null ? "" : routed.via().toString());

    private static final char SEPARATOR = '\u001f';

    /** The event on its way to its own object. */
    public static RoutedEvent own(WorkEvent event) {
        return new RoutedEvent(
                key(event.org(), event.objectType(), event.objectId()),
                event.objectType(),
                event.objectId(),
                true,
                event,
                null,
                event.occurredAt());
    }

    /** The event on its way to an object that it names. */
    public static RoutedEvent linked(ObjectType type, String id, WorkEvent event) {
        return linked(type, id, event, null, event.occurredAt());
    }

    /** The event on its way to an object that is known to be linked to its own. */
    public static RoutedEvent linked(
            ObjectType type, String id, WorkEvent event, Via via, Instant knownAt) {
        return new RoutedEvent(key(event.org(), type, id), type, id, false, event, via, knownAt);
    }

    /** Whether the link became known after the event, or another object passed it on. */
    public boolean isTold() {
        return via != null || knownAt.isAfter(event.occurredAt());
    }

    private static String key(String org, ObjectType type, String id) {
        return org + SEPARATOR + type.word() + SEPARATOR + id;
    }
}
