package dev.plumbline.streaming.admit;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import java.util.function.BiConsumer;

/**
 * Where an event has to be heard: at its own object, at those it names, and at those that remember
 * links and pass it on. A run, a test and a deployment name what they are about each time; a commit
 * names its change or its work item, and its push is work on what the change belongs to; a change
 * and a session name their work items once.
 */
final class Routes {

    /** The operator that hears of it. */
    enum Stage {
        /** Where items are folded. */
        FOLD,
        /** Where the sessions of agents are folded. */
        SESSION,
        /** Where deployments, and incidents that name them, are folded. */
        DELIVERY,
        /** Where plans start and end. */
        PLAN,
        /** Where changes and sessions remember their work items. */
        LINK,
        /** Where commits remember their change or work item. */
        COMMIT
    }

    private Routes() {}

    static void of(WorkEvent event, BiConsumer<Stage, RoutedEvent> out) {
        ObjectType type = event.objectType();
        if (type.isItem()) {
            out.accept(Stage.FOLD, RoutedEvent.own(event));
        }
        if (type == ObjectType.AGENT_SESSION) {
            out.accept(Stage.SESSION, RoutedEvent.own(event));
        }
        if (remembersLinks(type)) {
            out.accept(Stage.LINK, RoutedEvent.own(event));
        }
        if (type == ObjectType.DEPLOYMENT) {
            out.accept(Stage.DELIVERY, RoutedEvent.own(event));
        }
        if (type == ObjectType.PLAN) {
            out.accept(Stage.PLAN, RoutedEvent.own(event));
        }
        if (type == ObjectType.COMMIT) {
            out.accept(Stage.COMMIT, RoutedEvent.own(event));
        }
        for (Link link : event.links()) {
            if (link.type() != null) {
                along(event, link, out);
            }
        }
    }

    private static void along(WorkEvent event, Link link, BiConsumer<Stage, RoutedEvent> out) {
        RoutedEvent linked = RoutedEvent.linked(link.type(), link.id(), event);
        boolean tellsOfLink = event.type() == EventType.WORK_ITEM_LINKED;
        if (link.type() == ObjectType.COMMIT) {
            boolean changeTells = event.objectType() == ObjectType.CHANGE;
            if (tellsOfLink || changeTells || isEvidence(event)) {
                out.accept(Stage.COMMIT, linked);
            }
            return;
        }
        if (link.type() == ObjectType.DEPLOYMENT) {
            if (event.objectType() == ObjectType.INCIDENT) {
                out.accept(Stage.DELIVERY, linked);
            }
            return;
        }
        if (remembersLinks(link.type())
                && (tellsOfLink || isEvidence(event) || isPushTo(event, link))) {
            out.accept(Stage.LINK, linked);
        }
        if (concerns(event, link, tellsOfLink)) {
            out.accept(Stage.FOLD, linked);
        }
    }

    private static boolean concerns(WorkEvent event, Link link, boolean tellsOfLink) {
        return switch (link.type()) {
            case WORK_ITEM ->
                    event.objectType() == ObjectType.PLAN
                            || isEvidence(event)
                            || namesItsWorkEachTime(event, link);
            case CHANGE -> tellsOfLink || isEvidence(event) || namesItsWorkEachTime(event, link);
            default -> false;
        };
    }

    /** Of an object that remembers no links: what it proves, it proves for what it names. */
    private static boolean isEvidence(WorkEvent event) {
        return event.type().evidence() && !remembersLinks(event.objectType());
    }

    private static boolean isPushTo(WorkEvent event, Link link) {
        return event.type() == EventType.COMMIT_PUSHED
                && event.isWork()
                && link.type() == ObjectType.CHANGE;
    }

    /** A work item passes nothing on: work on a part of an epic is no sign of work on the epic. */
    private static boolean namesItsWorkEachTime(WorkEvent event, Link link) {
        return link.carriesWork()
                && event.isWork()
                && event.objectType() != ObjectType.WORK_ITEM
                && !remembersLinks(event.objectType());
    }

    private static boolean remembersLinks(ObjectType type) {
        return type == ObjectType.CHANGE || type == ObjectType.AGENT_SESSION;
    }
}
