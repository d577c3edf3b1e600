package dev.plumbline.streaming;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.List;

/** Work events as an operator is told them: what ana does to ticket T-1 or change C-1. */
public final class Told {

    public static final Party ANA = new Party("ana", ActorKind.HUMAN, "test");
    public static final Party BEN = new Party("ben", ActorKind.HUMAN, "test");
    public static final Link TICKET = new Link("implements", ObjectType.WORK_ITEM, "T-1");

    private Told() {}

    /** "02T09:00" is 09:00 UTC on Monday, 2 March 2026. */
    public static Instant at(String dayAndTime) {
        return Instant.parse("2026-03-" + dayAndTime + ":00Z");
    }

    public static WorkEvent event(
            EventType type,
            ObjectType objectType,
            String objectId,
            Instant at,
            Party ownerTo,
            StateCategory stateTo,
            Link... links) {
        return new WorkEvent(
                "acme",
                type.word() + "@" + at,
                type,
                at,
                0,
                "tool",
                null,
                objectType,
                objectId,
                null,
                List.of(links),
                ANA,
                null,
                null,
                null,
                ownerTo,
                null,
                null,
                null,
                stateTo,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false);
    }

    public static WorkEvent ticket(EventType type, Instant at) {
        return event(type, ObjectType.WORK_ITEM, "T-1", at, null, null);
    }

    public static WorkEvent ticketEnters(StateCategory state, Instant at) {
        EventType type = EventType.WORK_ITEM_STATE_CHANGED;
        return event(type, ObjectType.WORK_ITEM, "T-1", at, null, state);
    }

    public static WorkEvent ticketAssignedTo(Party owner, Instant at) {
        return event(EventType.WORK_ITEM_ASSIGNED, ObjectType.WORK_ITEM, "T-1", at, owner, null);
    }

    public static WorkEvent change(EventType type, Instant at, Link... links) {
        return event(type, ObjectType.CHANGE, "C-1", at, null, null, links);
    }

    /** The same in that container and with that result. */
    public static WorkEvent in(String container, Result result, WorkEvent event) {
        return new WorkEvent(
                event.org(),
                event.id(),
                event.type(),
                event.occurredAt(),
                event.sequence(),
                event.source(),
                container,
                event.objectType(),
                event.objectId(),
                event.workType(),
                event.links(),
                event.actor(),
                event.actorGroup(),
                event.actorFor(),
                event.ownerFrom(),
                event.ownerTo(),
                event.groupFrom(),
                event.groupTo(),
                event.stateFrom(),
                event.stateTo(),
                event.stateRaw(),
                event.verdict(),
                event.draft(),
                result,
                event.environment(),
                event.epic(),
                event.waived(),
                event.unplanned());
    }

    public static RoutedEvent own(WorkEvent event) {
        return RoutedEvent.own(event);
    }
}
