package dev.plumbline.connectors.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder without subfolders, gone when it is closed, also after an interrupt key. */
final class Scratch implements Closeable {
    private final Path folder;
    private final Thread onExit = new Thread(this::delete, "delete-replay-files");

    Scratch() {
        try {
            this.folder = Files.createTempDirectory("plumbline-replay-");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot make a temporary folder in %s: choose another place with -Djava.io.tmpdir"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook runs now and finds nothing left
        }
    }

    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            List<Path> files = content.toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the temporary folder " + folder, e);
        }
    }
}
