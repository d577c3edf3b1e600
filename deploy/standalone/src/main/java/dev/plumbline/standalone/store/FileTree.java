package dev.plumbline.standalone.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done with a directory and all below it. */
final class FileTree {

    private FileTree() {}

    /** Deletes a directory and all below it; nothing where it is not there. */
    static void delete(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            Files.deleteIfExists(path);
        }
    }

    /** Gives a directory and all below it to a user (only root may). */
    static void giveTo(Path root, int userId) {
        try {
            if (Files.getAttribute(root, "unix:uid").equals(userId)) {
                return;
            }
            for (Path path : deepestFirst(root)) {
                Files.setAttribute(path, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", userId, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
