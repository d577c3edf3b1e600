package dev.plumbline.tools;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;

/** Puts a work event together; an argument that is null leaves its field absent. */
public final class EventBuilder {
    private final WorkEvent event = new WorkEvent();

    private EventBuilder() {
        event.setOrg("default");
        event.setLinks(new ArrayList<>());
        event.setAttributes(new HashMap<>());
    }

    /**
     * An event that has what every event must have.
     *
     * @param id from the fact's natural key
     */
    public static EventBuilder of(
            String source, String type, String id, Instant occurredAt, WorkObject object) {
        EventBuilder builder = new EventBuilder();
        builder.event.setSource(source);
        builder.event.setType(type);
        builder.event.setEventId(id);
        builder.event.setOccurredAt(occurredAt);
        builder.event.setObject(object);
        return builder;
    }

    public static WorkObject object(String type, String id) {
        return new WorkObject(type, id, null);
    }

    public EventBuilder sequence(long sequence) {
        event.setSequence(sequence);
        return this;
    }

    /** Marks the time as worked out by the converter, not stated by the source. */
    public EventBuilder derived() {
        event.setTimeQuality("derived");
        return this;
    }

    public EventBuilder timeQuality(String quality) {
        event.setTimeQuality(quality);
        return this;
    }

    public EventBuilder container(String container) {
        event.setContainer(container);
        return this;
    }

    public EventBuilder actor(Actor actor) {
        event.setActor(actor);
        return this;
    }

    /** The person and the team that hold the item from now on. */
    public EventBuilder holder(String owner, String group) {
        event.setOwnerTo(owner);
        event.setGroupTo(group);
        return this;
    }

    /** The state from now on; absent where both parts are null. */
    public EventBuilder state(String raw, String category) {
        event.setStateTo(raw == null && category == null ? null : new State(raw, category));
        return this;
    }

    public EventBuilder verdict(String verdict) {
        event.setVerdict(verdict);
        return this;
    }

    public EventBuilder result(String result) {
        event.setResult(result);
        return this;
    }

    public EventBuilder link(String relation, String type, String id) {
        if (id != null) {
            event.getLinks().add(new Link(relation, type, id));
        }
        return this;
    }

    public EventBuilder attribute(String name, String value) {
        if (value != null && !value.isEmpty()) {
            event.getAttributes().put(name, value);
        }
        return this;
    }

    public WorkEvent build() {
        return event;
    }
}
