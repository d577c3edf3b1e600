package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.time.Instant;
import java.util.Set;

/**
 * An instant in a row.
 *
 * @param field names it in reasons
 */
record TimeValue(String field, Template template, TimeFormat format) {
    /** The time described at a key, or null where the key is absent. */
    static TimeValue read(YamlMap yaml, String key, TimeFormat fallback) {
        if (!yaml.has(key)) {
            return null;
        }
        if (!yaml.isMap(key)) {
            return new TimeValue(key, new Template(yaml.text(key)), fallback);
        }
        YamlMap details = yaml.map(key);
        TimeFormat format = TimeFormat.read(details, fallback);
        return new TimeValue(key, new Template(details.requiredText("value")), format);
    }

    /** The instant in this row, or null where the row has none. */
    Instant of(Row row) throws RejectedLine {
        String text = template.of(row);
        return text == null ? null : format.parse(field, text);
    }

    Set<String> columns() {
        return template.columns();
    }
}
