package dev.plumbline.streaming.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file that knows its place. What is not as asked for is written down as a
 * problem, and an empty answer is given, so that reading goes on to the next problem.
 *
 * @param path how to get there from the top: "pods[0].members"
 */
record YamlValue(Node node, String path, Problems problems) {

    /** Write down what is wrong with this value and what to do. */
    void isWrong(String problem) {
        problems.add(node.getStartMark(), path, problem);
    }

    /** Whether nothing is written there: "pods:" with all below it commented out. */
    boolean isEmpty() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isText() {
        return node instanceof ScalarNode scalar && !isEmpty() && !scalar.getValue().isBlank();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The text of a scalar as it was written, whatever type YAML sees in it; null if none. */
    String text() {
        if (isText()) {
            return ((ScalarNode) node).getValue();
        }
        isWrong(
                node instanceof ScalarNode
                        ? "is empty: write a value or remove the key"
                        : "must be a single value, not " + type());
        return null;
    }

    /** The entries of a list; none if nothing is written there. */
    List<YamlValue> items() {
        List<YamlValue> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlValue(item, path + "[" + items.size() + "]", problems));
            }
        } else if (!isEmpty()) {
            isWrong("must be a list, not " + type());
        }
        return items;
    }

    /** The texts of a list. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (YamlValue item : items()) {
            String text = item.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The values of a mapping whose keys are known; another key is a problem. */
    Map<String, YamlValue> fields(Set<String> known) {
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        entries()
                .forEach(
                        (key, value) -> {
                            if (known.contains(key.text())) {
                                fields.put(key.text(), value);
                                return;
                            }
                            String meant = Suggestion.of(key.text(), known);
                            key.isWrong(
                                    "unknown key '"
                                            + key.text()
                                            + "'"
                                            + (meant.isEmpty()
                                                    ? ", known are " + String.join(", ", known)
                                                    : meant));
                        });
        return fields;
    }

    /** Keys and values of a mapping; none if nothing is written there, no key twice. */
    Map<YamlValue, YamlValue> entries() {
        Map<YamlValue, YamlValue> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            if (!isEmpty()) {
                isWrong("must be a mapping of keys to values, not " + type());
            }
            return entries;
        }
        Map<String, YamlValue> seen = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue key = new YamlValue(tuple.getKeyNode(), path, problems);
            String name = key.text();
            if (name == null) {
                continue;
            }
            YamlValue before = seen.putIfAbsent(name, key);
            if (before == null) {
                String valuePath = path.isEmpty() ? name : path + "." + name;
                entries.put(key, new YamlValue(tuple.getValueNode(), valuePath, problems));
            } else {
                key.isWrong("key '" + name + "' is there already in line " + before.line());
            }
        }
        return entries;
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private String type() {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return isList() ? "a list" : "a single value";
    }
}
