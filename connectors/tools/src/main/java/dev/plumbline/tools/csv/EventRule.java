package dev.plumbline.tools.csv;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.json.EventTime;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes one event of a row. A field that the rule does not describe comes from the defaults. */
final class EventRule {
    private static final Set<String> TEXTS =
            Set.of(
                    "id",
                    "type",
                    "sequence",
                    "time_quality",
                    "container",
                    "owner_from",
                    "owner_to",
                    "group_from",
                    "group_to",
                    "verdict",
                    "result",
                    "environment");
    private static final Set<String> LEVELS =
            Set.of("object", "actor", "state_from", "state_to", "attributes");
    static final Set<String> KEYS = keys();

    private final Condition when;
    private final TimeValue occurredAt;
    private final TimeValue observedAt;
    private final Map<String, Value> texts = new HashMap<>();
    private final Map<String, Fields> levels = new HashMap<>();
    private final List<Fields> links = new ArrayList<>();

    EventRule(YamlMap rule, YamlMap defaults, TimeFormat format) {
        rule.allow(KEYS);
        when = Condition.read(rule, "when");
        YamlMap time = pick(rule, defaults, "occurred_at");
        if (!time.has("occurred_at") || !pick(rule, defaults, "id").has("id")) {
            throw rule.bad("a rule needs at least id, type, object and occurred_at");
        }
        occurredAt = TimeValue.read(time, "occurred_at", format);
        observedAt = TimeValue.read(pick(rule, defaults, "observed_at"), "observed_at", format);
        for (String name : TEXTS) {
            Value value = Value.read(pick(rule, defaults, name), name);
            if (value != null) {
                texts.put(name, value);
            }
        }
        for (String name : LEVELS) {
            levels.put(name, level(pick(rule, defaults, name), name));
        }
        for (YamlMap link : pick(rule, defaults, "links").maps("links")) {
            links.add(Fields.read(link, Set.of("rel", "type", "id")));
        }
    }

    private static Fields level(YamlMap yaml, String name) {
        return switch (name) {
            case "object" -> Fields.read(yaml, name, Set.of("type", "id", "work_type"));
            case "actor" ->
                    Fields.read(
                            yaml,
                            name,
                            Set.of("account", "kind", "group", "on_behalf_of", "agent"));
            case "attributes" -> Fields.readAny(yaml, name);
            default -> Fields.read(yaml, name, Set.of("raw", "category"));
        };
    }

    private static YamlMap pick(YamlMap rule, YamlMap defaults, String key) {
        return rule.has(key) || defaults == null ? rule : defaults;
    }

    boolean appliesTo(Row row) throws RejectedLine {
        return when.holds(row);
    }

    /** The event of a row for which this rule applies; not yet checked against the contract. */
    WorkEvent event(Row row, String org, String source) throws RejectedLine {
        Instant at = occurredAt.of(row);
        if (at == null) {
            throw new RejectedLine("missing_field: the row has no value for occurred_at");
        }
        WorkEvent event = new WorkEvent();
        event.setOrg(org);
        event.setSource(source);
        event.setOccurredAt(at);
        event.setObservedAt(observedAt == null ? null : observedAt.of(row));
        event.setEventId(text("id", row));
        event.setType(text("type", row));
        event.setSequence(sequence(row));
        event.setTimeQuality(text("time_quality", row));
        event.setContainer(text("container", row));
        event.setOwnerFrom(text("owner_from", row));
        event.setOwnerTo(text("owner_to", row));
        event.setGroupFrom(text("group_from", row));
        event.setGroupTo(text("group_to", row));
        event.setVerdict(text("verdict", row));
        event.setResult(text("result", row));
        event.setEnvironment(text("environment", row));
        Fields object = levels.get("object");
        event.setObject(
                new WorkObject(
                        object.get("type", row),
                        object.get("id", row),
                        object.get("work_type", row)));
        event.setActor(actor(row));
        event.setStateFrom(state("state_from", row));
        event.setStateTo(state("state_to", row));
        event.setLinks(links(row));
        event.setAttributes(levels.get("attributes").all(row));
        return event;
    }

    private String text(String name, Row row) throws RejectedLine {
        Value value = texts.get(name);
        return value == null ? null : value.of(row);
    }

    private long sequence(Row row) throws RejectedLine {
        String text = text("sequence", row);
        return text == null ? 0 : EventTime.wholeNumber("sequence", text);
    }

    private Actor actor(Row row) throws RejectedLine {
        Fields actor = levels.get("actor");
        String account = actor.get("account", row);
        return account == null
                ? null
                : new Actor(
                        account,
                        actor.get("kind", row),
                        actor.get("group", row),
                        actor.get("on_behalf_of", row),
                        actor.get("agent", row));
    }

    private State state(String name, Row row) throws RejectedLine {
        Fields state = levels.get(name);
        String raw = state.get("raw", row);
        String category = state.get("category", row);
        return raw == null && category == null ? null : new State(raw, category);
    }

    private List<Link> links(Row row) throws RejectedLine {
        List<Link> found = new ArrayList<>();
        for (Fields link : links) {
            String id = link.get("id", row);
            if (id != null) {
                found.add(new Link(link.get("rel", row), link.get("type", row), id));
            }
        }
        return found;
    }

    /** The columns it reads. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(when.columns());
        columns.addAll(occurredAt.columns());
        if (observedAt != null) {
            columns.addAll(observedAt.columns());
        }
        texts.values().forEach(value -> columns.addAll(value.columns()));
        levels.values().forEach(level -> columns.addAll(level.columns()));
        links.forEach(link -> columns.addAll(link.columns()));
        return columns;
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(TEXTS);
        keys.addAll(LEVELS);
        keys.addAll(Set.of("when", "occurred_at", "observed_at", "links"));
        return keys;
    }
}
