package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Launch;
import dev.plumbline.standalone.run.LiveOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where a live job keeps its memory, and where it takes it from. */
public final class CheckpointOptions {
    private static final String LATEST = "latest";
    private static final String COMPLETE = "_metadata";

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR|URI",
            description =
                    "Folder of the checkpoints (default: checkpoints in the store's folder; under"
                            + " flink run the cluster's execution.checkpointing.dir).")
    private String folder;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Time between checkpoints (default: 30s).")
    private Duration every = LiveOptions.CHECKPOINT_EVERY;

    @Option(
            names = "--restore",
            paramLabel = "PATH|latest",
            description =
                    "Go on from this checkpoint or savepoint, or from the latest in the folder"
                            + " (default: begin anew, from the topic's beginning).")
    private String restore;

    Duration every() {
        return every;
    }

    /** The folder as Flink wants it; {@code null} for the one that the cluster says. */
    String location(StoreOption store) {
        if (folder != null && folder.contains(":/")) {
            return folder;
        }
        return folder == null && Launch.byFlink() ? null : folder(store).toUri().toString();
    }

    /** The checkpoint to go on from, {@code null} to begin anew. */
    String restore(StoreOption store) throws IOException {
        if (!LATEST.equals(restore)) {
            return restore;
        }
        String location = location(store);
        if (location == null || !location.startsWith("file:")) {
            throw new UserError(
                    "--restore latest looks only into a folder of this machine",
                    "Give the path of the checkpoint or savepoint.");
        }
        return latest(Path.of(URI.create(location))).toUri().toString();
    }

    private Path folder(StoreOption store) {
        Path chosen = folder == null ? store.folder().resolve("checkpoints") : Path.of(folder);
        return chosen.toAbsolutePath();
    }

    private static Path latest(Path folder) throws IOException {
        UserError none =
                new UserError(
                        "there is no complete checkpoint in " + folder,
                        "Leave --restore out to begin anew.");
        if (!Files.isDirectory(folder)) {
            throw none;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(COMPLETE))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(Path::getParent)
                    .orElseThrow(() -> none);
        }
    }
}
