package dev.plumbline.standalone.command;

import dev.plumbline.connectors.replay.ReplayLog;
import dev.plumbline.standalone.run.Replay;
import dev.plumbline.standalone.run.ReplayResult;
import dev.plumbline.standalone.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Event files through the whole pipeline into a store, with progress. */
final class Replaying {
    private final Replay replay;
    private final Clock clock;

    Replaying(Replay replay, Clock clock) {
        this.replay = replay;
        this.clock = clock;
    }

    /** Runs and returns one line on what came of it. */
    String run(List<Path> files, Store store) throws Exception {
        Instant started = clock.instant();
        try (ReplayLog log = read(files, started)) {
            ReplayResult result = run(log, store);
            return sentence(result, Duration.between(started, clock.instant()), store);
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
        try (Progress progress = Progress.of("replaying", "events", arrivals)) {
            return replay.run(log, store, progress::reach);
        }
    }

    private static String sentence(ReplayResult result, Duration took, Store store) {
        String afterUntil =
                result.counts().afterUntil() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %,d after --until", result.counts().afterUntil());
        return String.format(
                Locale.ROOT,
                "replayed %,d events up to %s in %.1f s (%,d rejected, %,d late%s) into %s",
                result.counts().arrived(),
                result.until(),
                took.toMillis() / 1e3,
                result.counts().rejected(),
                result.counts().late(),
                afterUntil,
                store);
    }
}
