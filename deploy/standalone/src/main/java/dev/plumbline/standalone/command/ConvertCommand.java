package dev.plumbline.standalone.command;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.NdjsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Other formats as work events. */
@Command(
        name = "convert",
        description = {
            "Convert another format into work events, one JSON object per line.",
            "Formats:",
            "  csv           a table, by a mapping; its rows are events or snapshots of items",
            "  xes           an event log (IEEE 1849), plain or gzip",
            "  git           a local clone, of which nothing is changed",
            "  git-history   a git history as JSON lines, people already hashed",
            "  aidev         a folder of an agent of the AIDev data set",
            "What cannot be converted is told on the error stream, and the command ends with 1."
        })
public final class ConvertCommand implements Callable<Integer> {
    private static final int REJECTIONS_SHOWN = 10;

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description = "One of the formats above.")
    private Format format;

    @Parameters(
            index = "1",
            paramLabel = "IN",
            description = "The file, or the folder of the clone.")
    private Path in;

    @Option(
            names = "--mapping",
            paramLabel = "FILE|NAME",
            description =
                    "What columns (csv) or states (xes) mean: a YAML file, or one that comes with"
                            + " Plumbline: bpic2012, bpic2014, devlake-github, devlake-jira.")
    private Path mapping;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the events go, gzip if it ends in .gz (default: standard output).")
    private Path out;

    @Option(
            names = "--name",
            description = "Name of the repository (git-history; default: the file's name).")
    private String name;

    private long events;
    private int shown;

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            return convert(NdjsonWriter.to(System.out, this::show));
        }
        refuseToWriteOver(in);
        refuseToWriteOver(mapping);
        try (WholeFile file = WholeFile.at(out)) {
            int code = convert(NdjsonWriter.open(file.writing(), this::show));
            if (events > 0 || code == ExitCodes.DONE) {
                file.complete();
                print("wrote %,d events to %s%n", events, out);
            }
            return code;
        }
    }

    private void refuseToWriteOver(Path read) throws IOException {
        boolean same =
                read != null
                        && Files.exists(read)
                        && Files.exists(out)
                        && Files.isSameFile(read, out);
        if (same) {
            throw new UserError("--out " + out + " is read as well", "Choose another file.");
        }
    }

    private int convert(NdjsonWriter to) throws IOException {
        Conversion conversion = new Conversion(in, mapping, name);
        try (NdjsonWriter writer = to;
                Progress progress = Progress.of("converting", "events", -1)) {
            conversion.run(format, counted(writer, progress));
            events = writer.events();
            return summary(writer);
        }
    }

    private void show(RejectedEvent rejected) {
        if (shown++ < REJECTIONS_SHOWN) {
            tell(
                    "rejected: %s line %d: %s"
                            .formatted(
                                    rejected.getOrigin(),
                                    rejected.getPosition(),
                                    rejected.getReason()));
        }
    }

    private int summary(NdjsonWriter writer) {
        if (writer.rejections() == 0) {
            return ExitCodes.DONE;
        }
        String goOn =
                writer.events() == 0
                        ? "Correct them; nothing was written"
                        : "Correct them, or go on with what was written";
        tell(
                "%,d of %,d could not be converted. %s"
                        .formatted(
                                writer.rejections(), writer.rejections() + writer.events(), goOn));
        return ExitCodes.BAD_INPUT;
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format, values);
    }

    private void tell(String line) {
        spec.commandLine().getErr().println("plumbline: " + line);
    }

    private static EventSink counted(NdjsonWriter writer, Progress progress) {
        return new EventSink() {
            @Override
            public void event(WorkEvent event) {
                writer.event(event);
                progress.reach(writer.events());
            }

            @Override
            public void rejected(RejectedEvent rejected) {
                writer.rejected(rejected);
            }
        };
    }
}
