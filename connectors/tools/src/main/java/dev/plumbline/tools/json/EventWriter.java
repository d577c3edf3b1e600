package dev.plumbline.tools.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the fields of an event in the contract's order; what has its default is left out. */
final class EventWriter {
    private EventWriter() {}

    static void write(WorkEvent event, JsonGenerator out) throws IOException {
        out.writeStartObject();
        text(out, "org", "default".equals(event.getOrg()) ? null : event.getOrg());
        text(out, "event_id", event.getEventId());
        text(out, "type", event.getType());
        time(out, "occurred_at", event.getOccurredAt());
        if (event.getSequence() != 0) {
            out.writeNumberField("sequence", event.getSequence());
        }
        time(out, "observed_at", event.getObservedAt());
        time(out, "ingested_at", event.getIngestedAt());
        text(out, "time_quality", event.getTimeQuality());
        text(out, "source", event.getSource());
        text(out, "container", event.getContainer());
        object(out, event.getObject());
        links(out, event.getLinks());
        actor(out, event.getActor());
        text(out, "owner_from", event.getOwnerFrom());
        text(out, "owner_to", event.getOwnerTo());
        text(out, "group_from", event.getGroupFrom());
        text(out, "group_to", event.getGroupTo());
        state(out, "state_from", event.getStateFrom());
        state(out, "state_to", event.getStateTo());
        text(out, "verdict", event.getVerdict());
        text(out, "result", event.getResult());
        text(out, "environment", event.getEnvironment());
        attributes(out, event.getAttributes());
        out.writeEndObject();
    }

    private static void object(JsonGenerator out, WorkObject object) throws IOException {
        out.writeObjectFieldStart("object");
        text(out, "type", object.getType());
        text(out, "id", object.getId());
        text(out, "work_type", object.getWorkType());
        out.writeEndObject();
    }

    private static void links(JsonGenerator out, List<Link> links) throws IOException {
        if (links.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("links");
        for (Link link : links) {
            out.writeStartObject();
            text(out, "rel", link.getRel());
            text(out, "type", link.getType());
            text(out, "id", link.getId());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void actor(JsonGenerator out, Actor actor) throws IOException {
        if (actor == null) {
            return;
        }
        out.writeObjectFieldStart("actor");
        text(out, "account", actor.getAccount());
        text(out, "kind", actor.getKind());
        text(out, "group", actor.getGroup());
        text(out, "on_behalf_of", actor.getOnBehalfOf());
        text(out, "agent", actor.getAgent());
        out.writeEndObject();
    }

    private static void state(JsonGenerator out, String field, State state) throws IOException {
        if (state == null) {
            return;
        }
        out.writeObjectFieldStart(field);
        text(out, "raw", state.getRaw());
        text(out, "category", state.getCategory());
        out.writeEndObject();
    }

    private static void attributes(JsonGenerator out, Map<String, String> attributes)
            throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("attributes");
        for (Map.Entry<String, String> entry : new TreeMap<>(attributes).entrySet()) {
            out.writeStringField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String field, String value) throws IOException {
        if (value != null) {
            out.writeStringField(field, value);
        }
    }

    private static void time(JsonGenerator out, String field, Instant value) throws IOException {
        if (value != null) {
            out.writeStringField(field, value.toString());
        }
    }
}
