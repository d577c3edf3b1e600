package dev.plumbline.connectors.replay;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A temporary folder without subfolders, for its owner only, since what is in it bears clear names.
 * It is gone when it is closed, also after an interrupt key; after a {@code kill -9} the next one
 * removes it, which knows it by its lock, that no process holds any more.
 */
public final class Scratch implements Closeable {
    static final String PREFIX = "plumbline-scratch-";
    static final String LOCK = "lock";

    /**
     * Folders of this process. Their locks must not be tried: closing a second channel of the file
     * frees the lock.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;
    private final Thread onExit = new Thread(this::delete, "delete-scratch");

    private Scratch(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes a folder, and removes those of processes that were killed.
     *
     * @throws UncheckedIOException with one line for the user
     */
    public static Scratch make() {
        try {
            // It has its name only when it is locked, so that nobody takes it for a dead one.
            Path fresh = Files.createTempDirectory("plumbline-making-");
            Path lockFile = Files.createFile(fresh.resolve(LOCK));
            FileChannel lock = locked(lockFile);
            Path folder =
                    fresh.resolveSibling(
                            PREFIX + fresh.getFileName().toString().replaceFirst(".*-", ""));
            OWN.add(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            removeDead(folder);
            Scratch scratch = new Scratch(folder, lock);
            Runtime.getRuntime().addShutdownHook(scratch.onExit);
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot make a temporary folder in %s: choose another place with -Djava.io.tmpdir"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    /** The path of a file in the folder. */
    public Path file(String name) {
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
        try {
            delete(folder);
            lock.close();
            OWN.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the temporary folder " + folder, e);
        }
    }

    /** The lock, null while another process has it. */
    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }

    /** Only folders of the same user are touched, never what a link leads to. */
    private static void removeDead(Path own) throws IOException {
        Object owner = Files.getOwner(own);
        List<Path> others;
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            others =
                    siblings.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                            .filter(path -> !OWN.contains(path))
                            .filter(path -> Files.isDirectory(path, NOFOLLOW_LINKS))
                            .toList();
        }
        for (Path other : others) {
            removeIfDead(other, owner);
        }
    }

    private static void removeIfDead(Path folder, Object owner) {
        try {
            if (!Files.getOwner(folder, NOFOLLOW_LINKS).equals(owner)) {
                return;
            }
            FileChannel lock = locked(folder.resolve(LOCK));
            if (lock == null) {
                return;
            }
            delete(folder);
            lock.close();
        } catch (IOException goneMeanwhile) {
            return; // somebody else removes it, or the next one will
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            for (Path file : content.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
