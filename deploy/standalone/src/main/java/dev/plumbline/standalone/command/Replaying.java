package dev.plumbline.standalone.command;

import dev.plumbline.connectors.replay.ReplayLog;
import dev.plumbline.connectors.replay.ReplaySummary;
import dev.plumbline.standalone.run.Interruption;
import dev.plumbline.standalone.run.Replay;
import dev.plumbline.standalone.run.ReplayResult;
import dev.plumbline.standalone.store.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Event files through the whole pipeline into a store, with progress and a report. */
final class Replaying {
    private final Replay replay;
    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ReplayReport report;

    /**
     * @param looking command line that shows more of what is in the events
     */
    Replaying(Replay replay, Clock clock, CommandLine command, String looking) {
        this.replay = replay;
        this.clock = clock;
        this.out = command.getOut();
        this.err = command.getErr();
        this.report = new ReplayReport(out, replay.directory(), looking);
    }

    /** Files on a command line. */
    static String words(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(" "));
    }

    /**
     * Runs and prints what came of it. Where there is nothing to replay the store stays as it is:
     * an empty file tells of no event, not that there were none.
     *
     * @return empty where there was nothing in the files
     * @throws UserError where what is in the files gives no event to replay
     */
    Optional<ReplayResult> run(List<Path> files, Store store) throws Exception {
        Interruption told = Interruption.tell(err, "interrupted; run the replay again");
        try {
            return replayed(files, store);
        } finally {
            told.over();
        }
    }

    private Optional<ReplayResult> replayed(List<Path> files, Store store) throws Exception {
        Instant started = clock.instant();
        try (ReplayLog log = read(files, started)) {
            ReplaySummary summary = log.summary();
            if (summary.events() == 0 && summary.rejected() == 0) {
                out.println("there is nothing in " + words(files) + "; the store stays as it was");
                return Optional.empty();
            }
            report.refuseWithoutEvents(summary, words(files));
            refuseAnEndBeforeTheBeginning(summary);
            replay.replaced(log, store).ifPresent(report::replaces);
            ReplayResult result = run(log, store);
            report.print(result, summary, Duration.between(started, clock.instant()), store);
            return Optional.of(result);
        }
    }

    private void refuseAnEndBeforeTheBeginning(ReplaySummary summary) {
        if (replay.until() != null && replay.until().isBefore(summary.firstAt())) {
            throw new UserError(
                    "--until "
                            + replay.until()
                            + " lies before the first event, of "
                            + summary.firstAt(),
                    "Choose a later one.");
        }
    }

    private static ReplayLog read(List<Path> files, Instant now) {
        long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
        try (Progress progress = Progress.of("reading", "bytes", bytes)) {
            return ReplayLog.of(files, now, (read, total) -> progress.reach(read));
        }
    }

    private ReplayResult run(ReplayLog log, Store store) throws Exception {
        long arrivals = log.summary().events() + log.summary().rejected();
        try (Progress progress = Progress.of("replaying", "lines", arrivals)) {
            return replay.run(log, store, progress::reach);
        }
    }
}
