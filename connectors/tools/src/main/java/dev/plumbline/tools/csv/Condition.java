package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows a rule is for: every column named must hold one of the values listed. */
final class Condition {
    private final Map<String, List<String>> accepted = new LinkedHashMap<>();

    /** The condition at a key; one that every row meets where the key is absent. */
    static Condition read(YamlMap yaml, String key) {
        Condition condition = new Condition();
        YamlMap columns = yaml.map(key);
        if (columns != null) {
            columns.keys().forEach(name -> condition.accepted.put(name, columns.texts(name)));
        }
        return condition;
    }

    boolean holds(Row row) throws RejectedLine {
        for (Map.Entry<String, List<String>> column : accepted.entrySet()) {
            String value = row.get(column.getKey());
            if (!column.getValue().contains(value == null ? "" : value)) {
                return false;
            }
        }
        return true;
    }

    Set<String> columns() {
        return accepted.keySet();
    }
}
