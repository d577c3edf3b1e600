package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.EventFile;
import dev.plumbline.tools.json.Plausibility;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in event files and what a replay would reject, without running anything. */
@Command(
        name = "check",
        description =
                "Validate event files and the directory, and print what is in them. Ends with 1"
                        + " when an event was rejected.")
public final class CheckCommand implements Callable<Integer> {
    private static final int REJECTIONS_SHOWN = 10;

    @Spec private CommandSpec spec;
    @Mixin private DirectoryOption directoryOption;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Event files, NDJSON, plain or gzip.")
    private List<Path> files;

    private final List<RejectedEvent> rejections = new ArrayList<>();
    private long rejected;

    @Override
    public Integer call() {
        Directory directory = directoryOption.read();
        EventSummary summary = new EventSummary(directory);
        Instant now = Instant.now();
        long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
        try (Progress progress = Progress.of("checking", "bytes", bytes)) {
            files.forEach(file -> check(file, summary, now, progress));
        }
        new CheckReport(spec.commandLine().getOut())
                .print(summary, rejections, rejected, directoryOption.given());
        return rejected == 0 ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private void check(Path path, EventSummary summary, Instant now, Progress progress) {
        long before = progress.done();
        try (EventFile file = EventFile.open(path)) {
            for (EventFile.Line line = file.next(); line != null; line = file.next()) {
                take(line, path, summary, now);
                progress.reach(before + file.bytesRead());
            }
            progress.reach(before + file.bytesRead());
        }
    }

    private void take(EventFile.Line line, Path path, EventSummary summary, Instant now) {
        if (!line.isEvent()) {
            reject(line.rejected());
            return;
        }
        WorkEvent event = line.event();
        Optional<String> future = Plausibility.future(event, now);
        if (future.isPresent()) {
            reject(
                    Rejection.of(
                            path.toString(), line.number(), new RejectedLine(future.get()), "", 0));
            return;
        }
        summary.add(event);
    }

    private void reject(RejectedEvent rejection) {
        rejected++;
        if (rejections.size() < REJECTIONS_SHOWN) {
            rejections.add(rejection);
        }
    }
}
