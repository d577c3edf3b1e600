package dev.plumbline.tools;

import dev.plumbline.tools.csv.CsvConverter;
import dev.plumbline.tools.csv.Mapping;
import dev.plumbline.tools.git.GitConverter;
import dev.plumbline.tools.json.CountingStream;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.mapping.BadMapping;
import dev.plumbline.tools.mapping.MappingFile;
import dev.plumbline.tools.xes.XesConverter;
import dev.plumbline.tools.xes.XesOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One run of a converter: a file or a clone in, events out. */
public final class Conversion {
    /** Formats that can be converted. */
    public static final List<String> FORMATS = List.of("csv", "xes", "git");

    private final String format;
    private final Path input;
    private final Path mapping;
    private volatile CountingStream reading;

    /**
     * Prepares a run.
     *
     * @param format one of {@link #FORMATS}
     * @param mapping what columns or states mean; null where there is none
     * @throws BadMapping with one line for the user: an unknown format, or a table without a
     *     mapping
     */
    public Conversion(String format, Path input, Path mapping) {
        if (!FORMATS.contains(format)) {
            throw new BadMapping(
                    "unknown format " + format + ", known are " + String.join(", ", FORMATS));
        }
        if (format.equals("csv") && mapping == null) {
            throw new BadMapping(
                    input
                            + ": a table needs --mapping: a file that says what its columns mean,"
                            + " or one of "
                            + MappingFile.names());
        }
        this.format = format;
        this.input = input;
        this.mapping = mapping;
    }

    /**
     * Converts everything.
     *
     * @throws UnreadableFile where the input cannot be read at all; the message is one line
     * @throws BadMapping where the mapping is wrong or does not fit; the message is one line
     */
    public void run(EventSink out) {
        if (format.equals("git")) {
            GitConverter.convert(input, out);
            return;
        }
        try (CountingStream in = new CountingStream(FileBytes.open(input))) {
            reading = in;
            if (format.equals("csv")) {
                CsvConverter.convert(in, input.toString(), Mapping.read(mapping), out);
            } else {
                XesConverter.convert(in, input.toString(), options(), out);
            }
        } catch (IOException broken) {
            throw new UnreadableFile(input + ": cannot be closed: " + broken.getMessage(), broken);
        }
    }

    private XesOptions options() {
        String name = input.getFileName().toString();
        return mapping == null ? XesOptions.named(name) : XesOptions.read(mapping, name);
    }

    /** Bytes of the file read so far, 0 for a clone; another thread may watch it. */
    public long bytesRead() {
        CountingStream in = reading;
        return in == null ? 0 : in.count();
    }
}
