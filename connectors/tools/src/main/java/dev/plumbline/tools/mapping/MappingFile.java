package dev.plumbline.tools.mapping;

import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a mapping is read from: the user's file, or one of those that come with Plumbline. */
public final class MappingFile {
    /** Names of the mappings that come with Plumbline; a file of that name goes before. */
    public static final List<String> SHIPPED =
            List.of("bpic2012", "bpic2014", "devlake-github", "devlake-jira");

    private MappingFile() {}

    /**
     * The text of a mapping.
     *
     * @param file a path, or a shipped name with or without {@code .yaml}
     * @throws UnreadableFile with one line for the user
     */
    public static Reader open(Path file) {
        return new InputStreamReader(bytes(file), StandardCharsets.UTF_8);
    }

    private static InputStream bytes(Path file) {
        if (Files.exists(file)) {
            return FileBytes.open(file);
        }
        String name = file.toString().replaceFirst("\\.yaml$", "");
        if (!SHIPPED.contains(name)) {
            throw new UnreadableFile(
                    file + ": no such file, and no mapping that comes with Plumbline: " + names(),
                    null);
        }
        return MappingFile.class.getResourceAsStream("/mappings/" + name + ".yaml");
    }

    /** The shipped names for a message. */
    public static String names() {
        return String.join(", ", SHIPPED);
    }
}
