package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.Quote;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.mapping.YamlMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One value of a row: a template, then perhaps a pattern that cuts a part out of it or rewrites it,
 * then perhaps a list that translates it.
 */
final class Value {
    private static final Set<String> KEYS =
            Set.of("value", "pattern", "replace", "map", "otherwise");

    private final Template template;
    private final Pattern pattern;
    private final String replacement;
    private final Map<String, String> translations;
    private final Template otherwise;

    private Value(
            Template template,
            Pattern pattern,
            String replacement,
            Map<String, String> translations,
            Template otherwise) {
        this.template = template;
        this.pattern = pattern;
        this.replacement = replacement;
        this.translations = translations;
        this.otherwise = otherwise;
    }

    /** The value described at a key, or null where the key is absent. */
    static Value read(YamlMap yaml, String key) {
        if (!yaml.has(key)) {
            return null;
        }
        if (!yaml.isMap(key)) {
            return new Value(new Template(yaml.text(key)), null, null, null, null);
        }
        YamlMap details = yaml.map(key).allow(KEYS);
        return new Value(
                new Template(details.requiredText("value")),
                pattern(details),
                details.has("replace") ? details.text("replace") : "$1",
                translations(details.map("map")),
                details.has("otherwise") ? new Template(details.text("otherwise")) : null);
    }

    private static Pattern pattern(YamlMap details) {
        if (!details.has("pattern")) {
            return null;
        }
        try {
            return Pattern.compile(details.text("pattern"));
        } catch (PatternSyntaxException broken) {
            throw details.bad("pattern", "is no regular expression: " + broken.getDescription());
        }
    }

    private static Map<String, String> translations(YamlMap map) {
        if (map == null) {
            return null;
        }
        Map<String, String> translations = new HashMap<>();
        map.keys().forEach(key -> translations.put(key, map.text(key)));
        return translations;
    }

    /**
     * The value in this row, or null.
     *
     * @throws RejectedLine {@code unmapped_value} where a list of translations lacks it
     */
    String of(Row row) throws RejectedLine {
        String text = cut(template.of(row));
        if (text == null || translations == null) {
            return text;
        }
        if (translations.containsKey(text)) {
            String translation = translations.get(text);
            return translation.isEmpty() ? null : translation;
        }
        if (otherwise == null) {
            throw new RejectedLine(
                    "unmapped_value: "
                            + Quote.of(text)
                            + " is not in the mapping's list and there is no otherwise");
        }
        return otherwise.of(row);
    }

    private String cut(String text) throws RejectedLine {
        if (text == null || pattern == null) {
            return text;
        }
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return null;
        }
        StringBuilder result = new StringBuilder();
        try {
            found.appendReplacement(result, replacement);
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new RejectedLine(
                    "bad_value: replace " + Quote.of(replacement) + " does not fit the pattern");
        }
        return result.substring(found.start());
    }

    Set<String> columns() {
        Set<String> names = new TreeSet<>(template.columns());
        if (otherwise != null) {
            names.addAll(otherwise.columns());
        }
        return names;
    }
}
