package dev.plumbline.standalone.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The data directory of a store and the programs to run it with, by the first way to run them that
 * works on this machine.
 *
 * @param programs directory with {@code bin/}
 */
record PostgresCluster(Path programs, ServerUser user, Path data) {

    private static final Path SHARED_CACHE = Path.of("/var/cache/plumbline");
    private static final long ORPHAN_MILLIS = 30_000;
    private static final long PAUSE_MILLIS = 50;

    /**
     * The cluster of a store, made where it is missing.
     *
     * @throws StoreException with every reason when no way to run the programs works
     */
    static PostgresCluster of(StoreDirectory directory) {
        Path data = directory.data();
        if (Files.isDirectory(data)) {
            return runnable(data);
        }
        Path unfinished = data.resolveSibling("data.unfinished");
        try {
            FileTree.delete(unfinished);
            Files.createDirectory(unfinished, StoreDirectory.PRIVATE_DIRECTORY);
            PostgresCluster fresh = runnable(unfinished);
            fresh.initialise(directory.connection().owner(0, ""));
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            return new PostgresCluster(fresh.programs, fresh.user, data);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot make a database under %s (%s)".formatted(data, e.getMessage()), e);
        }
    }

    private static PostgresCluster runnable(Path data) {
        PostgresBinaries binaries = PostgresBinaries.ofThisMachine();
        Path programs = binaries.unpackedUnder(PostgresBinaries.cache());
        List<String> obstacles = new ArrayList<>();
        for (ServerUser user : ServerUser.candidates()) {
            String obstacle = user.obstacle(programs, data);
            if (obstacle == null) {
                return new PostgresCluster(programs, user, data);
            }
            obstacles.add(obstacle);
        }
        if (Files.isWritable(SHARED_CACHE.getParent())
                && !ServerUser.candidates().contains(ServerUser.SAME)) {
            Path shared = binaries.unpackedUnder(SHARED_CACHE);
            String obstacle = ServerUser.UNPRIVILEGED.obstacle(shared, data);
            if (obstacle == null) {
                return new PostgresCluster(shared, ServerUser.UNPRIVILEGED, data);
            }
            obstacles.add(obstacle);
        }
        throw new StoreException(
                "cannot start PostgreSQL for %s (%s); run as an ordinary user or use --store postgresql://…"
                        .formatted(data.getParent(), String.join("; ", obstacles)));
    }

    private void initialise(StoreAddress owner) throws IOException {
        Path secret = Files.createTempFile(data.getParent(), ".initialising-", null);
        try {
            Files.writeString(secret, owner.password());
            if (user.fileOwner() != ServerUser.UNCHANGED) {
                FileTree.giveTo(secret, user.fileOwner());
            }
            runInitdb(owner.user(), secret);
        } finally {
            Files.delete(secret);
        }
    }

    private void runInitdb(String owner, Path secret) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        user.command(
                                programs.resolve("bin/initdb").toString(),
                                "--pgdata=" + data,
                                "--username=" + owner,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--no-instructions"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(data.getRoot().toFile());
        Process initdb = builder.redirectErrorStream(true).start();
        initdb.getOutputStream().close();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.onExit().join().exitValue() != 0) {
            throw new IOException(PostgresServer.complaintIn(output));
        }
    }

    /**
     * Waits until the server of a process that was killed has gone, and clears what it left behind.
     * Only the holder of the store's lock may call this.
     *
     * @throws StoreException when that server does not end
     */
    void awaitEndOfOrphan() {
        ProcessHandle orphan = PostgresServer.processOf(data);
        if (orphan == null) {
            return;
        }
        boolean postgres = orphan.info().command().orElse("").endsWith("postgres");
        long deadline = System.nanoTime() + ORPHAN_MILLIS * 1_000_000;
        while (postgres && orphan.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new StoreException(
                        "an old PostgreSQL server (process %d) still runs in %s; stop it with: kill -INT %d"
                                .formatted(orphan.pid(), data, orphan.pid()));
            }
            Pause.ofMillis(PAUSE_MILLIS);
        }
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new StoreException("cannot clear postmaster.pid in " + data, e);
        }
    }
}
