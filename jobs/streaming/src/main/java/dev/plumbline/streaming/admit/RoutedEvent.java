package dev.plumbline.streaming.admit;

import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;

/**
 * An event on its way to an object.
 *
 * @param key organisation, type and id of the object it goes to
 * @param targetType type of that object
 * @param targetId id of that object
 * @param own the event is the object's own; else it is about an object linked to it
 */
public record RoutedEvent(
        String key, ObjectType targetType, String targetId, boolean own, WorkEvent event) {

    private static final char SEPARATOR = '\u001f';

    /** The event on its way to its own object. */
    public static RoutedEvent own(WorkEvent event) {
        return new RoutedEvent(
                key(event.org(), event.objectType(), event.objectId()),
                event.objectType(),
                event.objectId(),
                true,
                event);
    }

    /** The event on its way to an object that its own object is linked to. */
    public static RoutedEvent linked(ObjectType type, String id, WorkEvent event) {
        return new RoutedEvent(key(event.org(), type, id), type, id, false, event);
    }

    private static String key(String org, ObjectType type, String id) {
        return org + SEPARATOR + type.word() + SEPARATOR + id;
    }
}
