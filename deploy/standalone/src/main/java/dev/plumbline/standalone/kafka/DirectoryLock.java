package dev.plumbline.standalone.kafka;

import dev.plumbline.standalone.command.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether another broker has a directory. Asked before a broker is made: one that finds out for
 * itself ends the whole process.
 */
final class DirectoryLock {
    private DirectoryLock() {}

    /**
     * Does nothing if no broker holds the directory.
     *
     * @throws UserError if one does, in this process or another
     */
    static void requireFree(Path directory) {
        Path file = directory.resolve(".lock"); // Kafka's own
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw inUse(directory);
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(directory);
        } catch (IOException e) {
            throw new UserError(
                    "cannot use %s for Kafka: %s".formatted(directory, e.getMessage()),
                    "Give a directory that this user may write.");
        }
    }

    private static UserError inUse(Path directory) {
        return new UserError(
                "another Kafka is using %s".formatted(directory),
                "Stop it or give another directory.");
    }
}
