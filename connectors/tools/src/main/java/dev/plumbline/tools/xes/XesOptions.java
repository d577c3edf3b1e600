package dev.plumbline.tools.xes;

import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.json.Vocabulary;
import dev.plumbline.tools.mapping.BadMapping;
import dev.plumbline.tools.mapping.MappingFile;
import dev.plumbline.tools.mapping.YamlMap;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How to read an XES log.
 *
 * @param source prefix of accounts and groups, and the source of every event: {@code servicenow}
 * @param name of the log: the container is source and name, an item's id is name and trace
 * @param states category of a state, by {@code activity/transition}, activity or transition, tried
 *     in this order; what it does not name, {@link StateCategories} decides
 */
public record XesOptions(String source, String name, Map<String, String> states) {
    public XesOptions {
        states = Map.copyOf(states);
    }

    /** The log's file name without its endings as its name. */
    public static XesOptions named(String fileName) {
        String base = fileName.substring(fileName.lastIndexOf('/') + 1);
        return new XesOptions("xes", base.replaceFirst("(\\.xes)?(\\.gz)?$", ""), Map.of());
    }

    /**
     * Reads the options of a mapping file with the keys {@code source}, {@code name} and {@code
     * states}; what it does not name is as in {@link #named}.
     *
     * @throws BadMapping with file, line and what is wrong
     */
    public static XesOptions read(Path mapping, String logFileName) {
        XesOptions fallback = named(logFileName);
        try (Reader text = MappingFile.open(mapping)) {
            YamlMap yaml = YamlMap.read(mapping.toString(), text);
            yaml.allow(Set.of("source", "name", "states"));
            return new XesOptions(
                    yaml.has("source") ? yaml.text("source") : fallback.source(),
                    yaml.has("name") ? yaml.text("name") : fallback.name(),
                    yaml.has("states") ? states(yaml.map("states")) : Map.of());
        } catch (IOException broken) {
            throw new UnreadableFile(mapping + ": cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static Map<String, String> states(YamlMap yaml) {
        Map<String, String> states = new HashMap<>();
        for (String state : yaml.keys()) {
            String category = yaml.text(state);
            if (!Vocabulary.STATE_CATEGORIES.containsKey(category)) {
                String known = String.join(", ", Vocabulary.STATE_CATEGORIES.keySet());
                throw yaml.bad(state, "\"" + category + "\" is none of " + known);
            }
            states.put(state, category);
        }
        return states;
    }

    String container() {
        return source + ":" + name;
    }

    String account(String resource) {
        return resource == null ? null : source + ":" + resource;
    }
}
