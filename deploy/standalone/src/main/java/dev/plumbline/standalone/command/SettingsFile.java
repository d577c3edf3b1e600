package dev.plumbline.standalone.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The settings file: options by their long names without dashes, for all commands at the top, for
 * one command under its name.
 *
 * <pre>{@code
 * store: /var/lib/plumbline
 * replay:
 *   parallelism: 4
 * }</pre>
 *
 * An unknown key is an error with its line.
 */
final class SettingsFile {
    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    static SettingsFile none() {
        return new SettingsFile(null);
    }

    /** Reads the file; {@code root} tells which commands and options there are. */
    static SettingsFile read(Path file, CommandSpec root) throws IOException {
        SettingsFile settings = new SettingsFile(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node top =
                    new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                            .composeReader(reader)
                            .orElse(null);
            if (top != null) {
                settings.take(top, root);
            }
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new UserError(
                    file + " line " + line + " is not YAML: " + wrong.getProblem(),
                    "Correct the line.");
        } catch (YamlEngineException wrong) {
            throw new UserError(file + " is not YAML: " + wrong.getMessage(), "Correct the file.");
        }
        return settings;
    }

    /** The value of the option for that command, {@code null} where the file has none. */
    String value(String command, String option) {
        return values.getOrDefault(command + "." + option, values.get(option));
    }

    private void take(Node top, CommandSpec root) {
        Set<String> known = new TreeSet<>(root.subcommands().keySet());
        root.subcommands()
                .values()
                .forEach(command -> known.addAll(options(command.getCommandSpec())));
        for (NodeTuple entry : mapping(top, "the file").getValue()) {
            String key = key(entry, known);
            if (root.subcommands().containsKey(key)) {
                takeCommand(
                        key, entry.getValueNode(), root.subcommands().get(key).getCommandSpec());
                continue;
            }
            values.put(key, scalar(entry.getValueNode(), key));
        }
    }

    private void takeCommand(String command, Node node, CommandSpec spec) {
        for (NodeTuple entry : mapping(node, command).getValue()) {
            String key = key(entry, options(spec));
            values.put(command + "." + key, scalar(entry.getValueNode(), key));
        }
    }

    private static Set<String> options(CommandSpec command) {
        Set<String> names = new TreeSet<>();
        command.options().stream()
                .filter(Settings::settable)
                .forEach(option -> names.add(Settings.key(option)));
        return names;
    }

    private String key(NodeTuple entry, Set<String> known) {
        String key = scalar(entry.getKeyNode(), "a key");
        if (!known.contains(key)) {
            throw new UserError(
                    at(entry.getKeyNode()) + "unknown key '" + key + "'",
                    Suggestion.of(key, known));
        }
        return key;
    }

    private MappingNode mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new UserError(
                at(node) + what + " must hold 'option: value' lines",
                "See --help for the options.");
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new UserError(at(node) + what + " must be one value", "Write it as 'option: value'.");
    }

    private String at(Node node) {
        return file
                + node.getStartMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("")
                + ": ";
    }
}
