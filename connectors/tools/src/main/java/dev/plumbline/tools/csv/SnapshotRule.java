package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Makes one snapshot of a row: how an item stood when the row was written. */
final class SnapshotRule {
    static final Set<String> KEYS =
            Set.of(
                    "object",
                    "container",
                    "created_at",
                    "updated_at",
                    "done_at",
                    "creator",
                    "owner",
                    "group",
                    "state",
                    "attributes");

    private final Fields object;
    private final Fields state;
    private final Fields attributes;
    private final Value container;
    private final Value creator;
    private final Value owner;
    private final Value group;
    private final TimeValue createdAt;
    private final TimeValue updatedAt;
    private final TimeValue doneAt;

    SnapshotRule(YamlMap yaml, TimeFormat format) {
        yaml.allow(KEYS);
        if (!yaml.has("object") || !(yaml.has("updated_at") || yaml.has("created_at"))) {
            throw yaml.bad("a snapshot needs at least object and created_at or updated_at");
        }
        object = Fields.read(yaml, "object", Set.of("type", "id", "work_type"));
        state = Fields.read(yaml, "state", Set.of("raw", "category"));
        attributes = Fields.readAny(yaml, "attributes");
        container = Value.read(yaml, "container");
        creator = Value.read(yaml, "creator");
        owner = Value.read(yaml, "owner");
        group = Value.read(yaml, "group");
        createdAt = TimeValue.read(yaml, "created_at", format);
        updatedAt = TimeValue.read(yaml, "updated_at", format);
        doneAt = TimeValue.read(yaml, "done_at", format);
    }

    Snapshot snapshot(Row row) throws RejectedLine {
        Instant created = at(createdAt, row);
        Instant done = at(doneAt, row);
        Instant updated = at(updatedAt, row);
        Instant seen = updated != null ? updated : done != null ? done : created;
        String id = object.get("id", row);
        String type = object.get("type", row);
        if (seen == null || id == null || type == null) {
            throw new RejectedLine("missing_field: the row lacks the item's id, type or time");
        }
        return new Snapshot(
                row.number(),
                type,
                id,
                object.get("work_type", row),
                text(container, row),
                created,
                seen,
                done,
                text(creator, row),
                text(owner, row),
                text(group, row),
                state.get("raw", row),
                state.get("category", row),
                attributes.all(row));
    }

    private static Instant at(TimeValue time, Row row) throws RejectedLine {
        return time == null ? null : time.of(row);
    }

    private static String text(Value value, Row row) throws RejectedLine {
        return value == null ? null : value.of(row);
    }

    /** The columns it reads. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        for (Fields fields : new Fields[] {object, state, attributes}) {
            columns.addAll(fields.columns());
        }
        for (Value value : new Value[] {container, creator, owner, group}) {
            if (value != null) {
                columns.addAll(value.columns());
            }
        }
        for (TimeValue time : new TimeValue[] {createdAt, updatedAt, doneAt}) {
            if (time != null) {
                columns.addAll(time.columns());
            }
        }
        return columns;
    }
}
