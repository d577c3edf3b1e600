package dev.plumbline.standalone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The directory of an embedded store: a marker that says what it is, the lock of the one process
 * that runs its server, the connection's details (readable by their owner only), the server's log
 * and its data.
 */
final class StoreDirectory {

    private static final String MARKER_TEXT = "plumbline store, PostgreSQL ";
    static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    StoreDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    boolean exists() {
        return Files.exists(marker());
    }

    /**
     * Makes the directory and marks it as a store, or checks that it is one.
     *
     * @throws StoreException when it holds something else, or was made by another PostgreSQL
     */
    void claim() {
        try {
            Files.createDirectories(root);
            if (!exists()) {
                refuseForeignFiles();
                Files.writeString(marker(), MARKER_TEXT + PostgresBinaries.MAJOR_VERSION + "\n");
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        checkVersion();
    }

    /**
     * @throws StoreException when the store was made by another major version of PostgreSQL
     */
    void checkVersion() {
        String made = read(marker()).strip().replace(MARKER_TEXT, "");
        if (!made.equals(PostgresBinaries.MAJOR_VERSION)) {
            throw new StoreException(
                    "store %s was made by PostgreSQL %s and this build has %s; replay the events into a new --store directory"
                            .formatted(root, made, PostgresBinaries.MAJOR_VERSION));
        }
    }

    /** The key of the pseudonyms and the command's own log may be there before the store is. */
    private void refuseForeignFiles() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            boolean foreign =
                    files.map(file -> file.getFileName().toString())
                            .anyMatch(name -> !name.matches("\\..*|.*\\.(key|log)"));
            if (foreign) {
                throw new StoreException(
                        "%s is not a Plumbline store and not empty; name another directory with --store"
                                .formatted(root));
            }
        }
    }

    /** Takes the store for this process; null while it is taken already. */
    StoreLock lock() {
        try {
            StoreLock lock = StoreLock.take(root.resolve("lock"));
            if (lock != null) {
                write(root.resolve("owner.pid"), Long.toString(ProcessHandle.current().pid()));
            }
            return lock;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The error for a store that another process has. */
    StoreException inUse() {
        return new StoreException(
                "store %s is in use by process %s; wait for it or stop it, or name another --store"
                        .formatted(root, read(root.resolve("owner.pid")).strip()));
    }

    /** The logins of the store and where its server listens. */
    ConnectionFile connection() {
        return new ConnectionFile(this);
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Replaces a file in one step, readable by its owner only. */
    void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(root, ".writing-", null, OWNER_ONLY);
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private StoreException unusable(IOException e) {
        return new StoreException(
                "store directory %s cannot be used (%s: %s); check its path and permissions"
                        .formatted(root, e.getClass().getSimpleName(), e.getMessage()),
                e);
    }

    private Path marker() {
        return root.resolve("PLUMBLINE_STORE");
    }
}
