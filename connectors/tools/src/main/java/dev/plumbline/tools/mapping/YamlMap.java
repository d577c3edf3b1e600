package dev.plumbline.tools.mapping;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping that knows its lines, so that a mistake can be shown where it stands. */
public final class YamlMap {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw bad(file, node, "expected keys with values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key must be text");
            if (values.put(key, tuple.getValueNode()) != null) {
                throw bad(file, tuple.getKeyNode(), "key \"" + key + "\" stands here twice");
            }
        }
    }

    /** Reads a document whose root is a mapping; {@code file} names it in messages. */
    public static YamlMap read(String file, Reader text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            Node root =
                    new Compose(settings)
                            .composeReader(text)
                            .orElseThrow(() -> new BadMapping(file + ": the mapping is empty"));
            return new YamlMap(file, root);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new BadMapping(
                    file + ": line " + line + ": is no YAML: " + oneLine(broken.getProblem()));
        } catch (YamlEngineException broken) {
            throw new BadMapping(file + ": is no YAML: " + oneLine(broken.getMessage()));
        }
    }

    /** Refuses every key but these. */
    public YamlMap allow(Set<String> keys) {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!keys.contains(entry.getKey())) {
                String known = String.join(", ", keys.stream().sorted().toList());
                throw bad(
                        file,
                        entry.getValue(),
                        "unknown key \"" + entry.getKey() + "\" (known here: " + known + ")");
            }
        }
        return this;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** The text at a key, or null where the key is absent. */
    public String text(String key) {
        Node value = values.get(key);
        return value == null ? null : scalar(value, "\"" + key + "\" must be text");
    }

    public String requiredText(String key) {
        if (!has(key)) {
            throw bad(file, node, "\"" + key + "\" is required here");
        }
        return text(key);
    }

    /** The mapping at a key, or null where the key is absent. */
    public YamlMap map(String key) {
        Node value = values.get(key);
        return value == null ? null : new YamlMap(file, value);
    }

    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            maps.add(new YamlMap(file, item));
        }
        return maps;
    }

    /** The texts at a key; a single text is a list of one. */
    public List<String> texts(String key) {
        if (values.get(key) instanceof ScalarNode) {
            return List.of(text(key));
        }
        return items(key).stream()
                .map(item -> scalar(item, "\"" + key + "\" must be a list of texts"))
                .toList();
    }

    public Set<String> keys() {
        return values.keySet();
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw bad(file, value, "\"" + key + "\" must be a list");
    }

    /** A mistake that concerns this mapping as a whole. */
    public BadMapping bad(String sentence) {
        return bad(file, node, sentence);
    }

    /** A mistake at the value of a key. */
    public BadMapping bad(String key, String sentence) {
        return bad(file, values.getOrDefault(key, node), sentence);
    }

    private String scalar(Node value, String otherwise) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw bad(file, value, otherwise);
    }

    private static BadMapping bad(String file, Node node, String sentence) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        return new BadMapping(file + ": line " + line + ": " + sentence);
    }

    private static String oneLine(String said) {
        return said == null ? "unreadable" : said.replaceAll("\\s+", " ");
    }
}
