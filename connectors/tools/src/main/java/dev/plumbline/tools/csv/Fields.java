package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Named values of one level of a mapping: an object's type and id, an actor's account and kind. */
final class Fields {
    private final Map<String, Value> values = new LinkedHashMap<>();

    /** The values at a key with these names; none where the key is absent. */
    static Fields read(YamlMap yaml, String key, Set<String> names) {
        YamlMap level = yaml.map(key);
        return level == null ? new Fields() : read(level, names);
    }

    /** The values of this level. */
    static Fields read(YamlMap level, Set<String> names) {
        Fields fields = new Fields();
        level.allow(names);
        level.keys().forEach(name -> fields.values.put(name, Value.read(level, name)));
        return fields;
    }

    /** The values at a key with any names. */
    static Fields readAny(YamlMap yaml, String key) {
        YamlMap level = yaml.map(key);
        return level == null ? new Fields() : read(yaml, key, level.keys());
    }

    /** The value of a name in this row, or null. */
    String get(String name, Row row) throws RejectedLine {
        Value value = values.get(name);
        return value == null ? null : value.of(row);
    }

    /** All values that this row has. */
    Map<String, String> all(Row row) throws RejectedLine {
        Map<String, String> found = new HashMap<>();
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            String value = entry.getValue().of(row);
            if (value != null) {
                found.put(entry.getKey(), value);
            }
        }
        return found;
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        values.values().forEach(value -> columns.addAll(value.columns()));
        return columns;
    }
}
