package dev.plumbline.standalone.command;

import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.aidev.AidevConverter;
import dev.plumbline.tools.git.GitHistoryFile;
import dev.plumbline.tools.git.History;
import dev.plumbline.tools.json.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * What to convert and how.
 *
 * @param in file, or folder of a clone
 * @param mapping what columns or states mean; null where none is given
 * @param name of the repository; null for the file's name
 */
record Conversion(Path in, Path mapping, String name) {

    /** Sends the events of the input to the sink. */
    void run(Format format, EventSink out) throws IOException {
        switch (format) {
            case CSV, XES, GIT ->
                    new dev.plumbline.tools.Conversion(format.word(), in, mapping).run(out);
            case GIT_HISTORY -> gitHistory(out);
            case AIDEV -> AidevConverter.convert(in, out);
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
