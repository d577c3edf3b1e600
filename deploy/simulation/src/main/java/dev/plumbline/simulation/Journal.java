package dev.plumbline.simulation;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events of a pod as they are told; what lies after the end is not. */
final class Journal {
    /** By time, those of one instant by their ids. */
    static final Comparator<WorkEvent> ORDER =
            Comparator.comparing(WorkEvent::getOccurredAt).thenComparing(WorkEvent::getEventId);

    private final SimulatedPod pod;
    private final Instant end;
    private final List<WorkEvent> events = new ArrayList<>();
    private final Map<String, Integer> told = new HashMap<>();

    /** Event → ticket in whose life it was told. */
    private final Map<String, String> tickets = new HashMap<>();

    private String ticket;

    Journal(SimulatedPod pod, Instant end) {
        this.pod = pod;
        this.end = end;
    }

    /** What is told from now on belongs to the life of this ticket, of none if null. */
    void about(String ticketId) {
        ticket = ticketId;
    }

    /** The ticket in whose life the event was told, null for none. */
    String ticketOf(WorkEvent event) {
        return tickets.get(event.getEventId());
    }

    /** Tells an event of the ticket tool; returns its id. */
    String jira(
            Instant at, String type, WorkObject object, Actor actor, Consumer<EventBuilder> more) {
        return tell(at, "jira", pod.tickets(), type, object, actor, more);
    }

    /** Tells an event of the code tool; returns its id. */
    String github(
            Instant at, String type, WorkObject object, Actor actor, Consumer<EventBuilder> more) {
        return tell(at, "github", pod.code(), type, object, actor, more);
    }

    private String tell(
            Instant at,
            String source,
            String container,
            String type,
            WorkObject object,
            Actor actor,
            Consumer<EventBuilder> more) {
        String fact = object.getId() + "/" + type;
        String id = fact + "/" + told.merge(fact, 1, Integer::sum);
        if (at.isBefore(end)) {
            EventBuilder builder =
                    EventBuilder.of(source, type, id, at, object).container(container).actor(actor);
            more.accept(builder);
            events.add(builder.build());
            if (ticket != null) {
                tickets.put(id, ticket);
            }
        }
        return id;
    }

    /** All that was told, in order of time. */
    List<WorkEvent> inOrder() {
        List<WorkEvent> sorted = new ArrayList<>(events);
        sorted.sort(ORDER);
        return sorted;
    }
}
