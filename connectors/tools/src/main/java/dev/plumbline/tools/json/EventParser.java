package dev.plumbline.tools.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads one event from a parser that stands before its first token. */
final class EventParser {
    private final JsonParser in;
    private final Draft draft = new Draft();
    private final Values values;

    EventParser(JsonParser in) {
        this.in = in;
        this.values = new Values(in, draft);
    }

    WorkEvent parse() throws IOException, RejectedLine {
        try {
            return parseObject();
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        }
    }

    private WorkEvent parseObject() throws IOException, RejectedLine {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new RejectedLine("not_json: an event is an object in braces");
        }
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            read(field, draft.event);
        }
        if (in.nextToken() != null) {
            draft.problem(new RejectedLine("not_json: more than one value in the line"));
        }
        return draft.finish();
    }

    private RejectedLine notJson(JsonProcessingException broken) {
        String said = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        long column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
        String reason = "not_json: " + Quote.sentence(said) + " at column " + column;
        return new RejectedLine(reason, draft.event.getOrg(), draft.event.getEventId());
    }

    private void read(String field, WorkEvent event) throws IOException {
        switch (field) {
            case "org" -> event.setOrg(values.textOr(field, "default"));
            case "event_id" -> event.setEventId(values.text(field));
            case "type" -> event.setType(values.type(field));
            case "occurred_at" -> occurredAt(values.instant(field));
            case "sequence" -> event.setSequence(values.integer(field));
            case "observed_at" -> event.setObservedAt(values.instant(field));
            case "ingested_at" -> event.setIngestedAt(values.instant(field));
            case "time_quality" ->
                    event.setTimeQuality(values.word(field, Vocabulary.TIME_QUALITIES));
            case "source" -> event.setSource(values.text(field));
            case "container" -> event.setContainer(values.text(field));
            case "object" -> event.setObject(object(field));
            case "links" -> links(event.getLinks());
            case "actor" -> event.setActor(actor(field));
            case "owner_from" -> event.setOwnerFrom(values.text(field));
            case "owner_to" -> event.setOwnerTo(values.text(field));
            case "group_from" -> event.setGroupFrom(values.text(field));
            case "group_to" -> event.setGroupTo(values.text(field));
            case "state_from" -> event.setStateFrom(state(field));
            case "state_to" -> event.setStateTo(state(field));
            case "verdict" -> event.setVerdict(values.word(field, Vocabulary.VERDICTS));
            case "result" -> event.setResult(values.word(field, Vocabulary.RESULTS));
            case "environment" -> event.setEnvironment(values.text(field));
            case "attributes" -> attributes(event.getAttributes());
            default -> in.skipChildren();
        }
    }

    private void occurredAt(Instant instant) {
        if (instant != null) {
            draft.event.setOccurredAt(instant);
        }
    }

    private WorkObject object(String name) throws IOException {
        if (!values.opensObject(name)) {
            return null;
        }
        WorkObject object = new WorkObject();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            switch (field) {
                case "type" -> object.setType(values.word("object.type", Vocabulary.OBJECT_TYPES));
                case "id" -> object.setId(values.text("object.id"));
                case "work_type" -> object.setWorkType(values.text("object.work_type"));
                default -> in.skipChildren();
            }
        }
        return object;
    }

    private void links(List<Link> links) throws IOException {
        if (!values.opensArray("links")) {
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (values.opensObject("links")) {
                links.add(link());
            }
        }
    }

    private Link link() throws IOException {
        Link link = new Link();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            switch (field) {
                case "rel" -> link.setRel(values.word("links.rel", Vocabulary.LINK_RELATIONS));
                case "type" -> link.setType(values.word("links.type", Vocabulary.OBJECT_TYPES));
                case "id" -> link.setId(values.text("links.id"));
                default -> in.skipChildren();
            }
        }
        values.require("links.rel", link.getRel());
        values.require("links.type", link.getType());
        values.require("links.id", link.getId());
        return link;
    }

    private Actor actor(String name) throws IOException {
        if (!values.opensObject(name)) {
            return null;
        }
        Actor actor = new Actor();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            switch (field) {
                case "account" -> actor.setAccount(values.text("actor.account"));
                case "kind" -> actor.setKind(values.word("actor.kind", Vocabulary.ACTOR_KINDS));
                case "group" -> actor.setGroup(values.text("actor.group"));
                case "on_behalf_of" -> actor.setOnBehalfOf(values.text("actor.on_behalf_of"));
                case "agent" -> actor.setAgent(values.text("actor.agent"));
                default -> in.skipChildren();
            }
        }
        values.require("actor.account", actor.getAccount());
        return actor;
    }

    private State state(String name) throws IOException {
        if (!values.opensObject(name)) {
            return null;
        }
        State state = new State();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            switch (field) {
                case "raw" -> state.setRaw(values.text(name + ".raw"));
                case "category" ->
                        state.setCategory(
                                values.word(name + ".category", Vocabulary.STATE_CATEGORIES));
                default -> in.skipChildren();
            }
        }
        return state;
    }

    private void attributes(Map<String, String> attributes) throws IOException {
        if (!values.opensObject("attributes")) {
            return;
        }
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            String value = values.text("attributes");
            if (value != null) {
                attributes.put(values.storable("attributes", field), value);
            }
        }
    }
}
