package dev.plumbline.streaming.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One YAML document as a tree of values that know their place. */
final class YamlDocument {
    private static final int LARGEST_CODE_POINTS = 64 << 20;

    private YamlDocument() {}

    /**
     * The text of a file.
     *
     * @throws DirectoryException where it is missing, unreadable or not UTF-8
     */
    static String read(Path file) {
        Problems problems = new Problems(file.toString());
        try {
            return decoded(Files.readAllBytes(file), problems);
        } catch (NoSuchFileException missing) {
            problems.add(0, 0, "", "there is no such file, check the path");
        } catch (IOException unreadable) {
            problems.add(0, 0, "", "cannot be read (" + unreadable + "), check its permissions");
        }
        throw problems.raised();
    }

    private static String decoded(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean valid = !decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (valid) {
            return text;
        }
        problems.add(line(text), column(text), "", "is not UTF-8 here, save it in that encoding");
        throw problems.raised();
    }

    /**
     * The top of the document.
     *
     * @throws DirectoryException where the text is not YAML, or there is nothing in it
     */
    static YamlValue parse(String text, Problems problems) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LARGEST_CODE_POINTS).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent()) {
                return new YamlValue(root.get(), "", problems);
            }
            problems.add(1, 1, "", "is empty, write {} for a directory that says nothing");
        } catch (MarkedYamlEngineException syntax) {
            String problem = syntax.getProblem().lines().findFirst().orElse("");
            problems.add(syntax.getProblemMark(), "", "is not YAML: " + problem);
        } catch (ReaderException character) {
            String before = text.substring(0, Math.min(text.length(), character.getPosition()));
            problems.add(
                    line(before),
                    column(before),
                    "",
                    String.format(
                            "is not YAML: remove the character U+%04X", character.getCodePoint()));
        } catch (StackOverflowError deep) {
            problems.add(1, 1, "", "is nested too deeply to be a directory, check its brackets");
        } catch (YamlEngineException other) {
            String problem = other.getMessage().lines().findFirst().orElse("");
            problems.add(1, 1, "", "is not YAML: " + problem);
        }
        throw problems.raised();
    }

    private static int line(String textBefore) {
        return (int) textBefore.chars().filter(character -> character == '\n').count() + 1;
    }

    private static int column(String textBefore) {
        return textBefore.length() - textBefore.lastIndexOf('\n');
    }
}
