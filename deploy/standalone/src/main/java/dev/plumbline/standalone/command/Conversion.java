package dev.plumbline.standalone.command;

import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.aidev.AidevConverter;
import dev.plumbline.tools.csv.CsvConverter;
import dev.plumbline.tools.csv.Mapping;
import dev.plumbline.tools.git.GitConverter;
import dev.plumbline.tools.git.GitHistoryFile;
import dev.plumbline.tools.git.History;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.xes.XesConverter;
import dev.plumbline.tools.xes.XesOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to convert and how.
 *
 * @param in file, or folder of a clone
 * @param mapping which column means what; null where none is given
 * @param source prefix of accounts and groups; null for the format's own
 * @param name of the log or repository; null for the file's name
 */
record Conversion(Path in, Path mapping, String source, String name) {
    /** Mappings that come with Plumbline. */
    static final List<String> BUNDLED = List.of("bpic2014", "devlake-github", "devlake-jira");

    /** Sends the events of the input to the sink. */
    void run(Format format, EventSink out) throws IOException {
        switch (format) {
            case CSV -> csv(out);
            case XES -> xes(out);
            case GIT -> GitConverter.convert(in, out);
            case GIT_HISTORY -> gitHistory(out);
            case AIDEV -> AidevConverter.convert(in, out);
        }
    }

    private void csv(EventSink out) throws IOException {
        Mapping columns = readMapping();
        try (InputStream bytes = FileBytes.open(in)) {
            CsvConverter.convert(bytes, in.toString(), columns, out);
        }
    }

    /** The mapping in a file, or one that comes with Plumbline by its name. */
    private Mapping readMapping() throws IOException {
        if (mapping == null) {
            throw new UserError(
                    "csv needs a mapping, which says what the columns mean",
                    "Give --mapping FILE, or one of these: " + String.join(", ", BUNDLED) + ".");
        }
        if (Files.exists(mapping) || !BUNDLED.contains(mapping.toString())) {
            return Mapping.read(mapping);
        }
        String resource = "/mappings/" + mapping + ".yaml";
        try (Reader text =
                new InputStreamReader(
                        Mapping.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return Mapping.read(mapping.toString(), text);
        }
    }

    private void xes(EventSink out) throws IOException {
        XesOptions usual = XesOptions.named(in.toString());
        XesOptions options =
                new XesOptions(
                        source == null ? usual.source() : source,
                        name == null ? usual.name() : name,
                        Map.of());
        try (InputStream bytes = FileBytes.open(in)) {
            XesConverter.convert(bytes, in.toString(), options, out);
        }
    }

    private void gitHistory(EventSink out) throws IOException {
        String file = in.getFileName().toString().replaceFirst("\\..*$", "");
        try (InputStream bytes = FileBytes.open(in)) {
            GitHistoryFile.convert(
                    bytes, in.toString(), History.of(name == null ? file : name), out);
        }
    }
}
