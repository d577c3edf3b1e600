package dev.plumbline.connectors;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Work events for the tests. */
public final class Events {
    /** A Monday. */
    public static final Instant NINE_O_CLOCK = Instant.parse("2026-03-02T09:00:00Z");

    private Events() {}

    /** A work item is created at that instant. */
    public static WorkEvent created(String eventId, String item, Instant at) {
        return WorkEvent.newBuilder()
                .setOrg("acme")
                .setEventId(eventId)
                .setType("work_item.created")
                .setOccurredAt(at)
                .setSource("jira")
                .setObject(object(item))
                .build();
    }

    /** An event with every field filled. */
    public static WorkEvent complete() {
        WorkEvent event = created("jira:PAY-7:12", "PAY-7", NINE_O_CLOCK);
        event.setType("work_item.assigned");
        event.setSequence(12L);
        event.setObservedAt(NINE_O_CLOCK.plusSeconds(2));
        event.setIngestedAt(NINE_O_CLOCK.plusSeconds(3));
        event.setTimeQuality("exact");
        event.setContainer("jira:PAY");
        event.getObject().setWorkType("bug");
        event.setLinks(List.of(new Link("implements", "work_item", "PAY-1")));
        event.setActor(new Actor("jira:alice", "human", "Payments", "jira:carol", "copilot"));
        event.setOwnerFrom("jira:alice");
        event.setOwnerTo("jira:bob");
        event.setGroupFrom("Payments");
        event.setGroupTo("Café ☕");
        event.setStateFrom(new State("Open", "todo"));
        event.setStateTo(new State("In Progress", null));
        event.setVerdict("approved");
        event.setResult("success");
        event.setEnvironment("production");
        event.setAttributes(Map.of("sprint", "12", "size", "M"));
        return event;
    }

    private static WorkObject object(String id) {
        return WorkObject.newBuilder().setType("work_item").setId(id).build();
    }
}
