package dev.plumbline.standalone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real PostgreSQL under a directory, run by this process and stopped with it. What was committed
 * survives restarts and {@code kill -9}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final StoreDirectory directory;
    private final StoreLock lock;
    private final boolean kept;
    private final Thread hook = new Thread(this::endWithProcess, "stop-postgresql");
    private final Set<Runnable> lastActs = ConcurrentHashMap.newKeySet();
    private PostgresServer server;
    private volatile boolean closed;

    private EmbeddedPostgres(StoreDirectory directory, StoreLock lock, boolean kept) {
        this.directory = directory;
        this.lock = lock;
        this.kept = kept;
    }

    /**
     * Starts the store under a directory, which is made where it is missing.
     *
     * @throws StoreException when another process runs it, or it cannot be started
     */
    public static EmbeddedPostgres open(Path directory) {
        StoreDirectory store = new StoreDirectory(directory);
        store.claim();
        StoreLock lock = store.lock();
        if (lock == null) {
            throw store.inUse();
        }
        return started(store, lock, true);
    }

    /** Starts an empty store that is deleted when it is closed and never forces data to disk. */
    public static EmbeddedPostgres temporary() {
        try {
            StoreDirectory store =
                    new StoreDirectory(Files.createTempDirectory("plumbline-store-"));
            store.claim();
            return started(store, store.lock(), false);
        } catch (IOException e) {
            throw new StoreException("cannot make a temporary directory: " + e.getMessage(), e);
        }
    }

    /** Starts a store whose lock this process has. */
    static EmbeddedPostgres started(StoreDirectory store, StoreLock lock, boolean kept) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(store, lock, kept);
        Runtime.getRuntime().addShutdownHook(postgres.hook);
        try {
            postgres.start();
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    /** The database, for its owner. */
    public StoreAddress address() {
        return directory.connection().owner();
    }

    /** The database, for the one who may only read. */
    StoreAddress analystAddress() {
        return directory.connection().analyst();
    }

    /** The directory of the store. */
    public Path directory() {
        return directory.root();
    }

    /** Ends the server as a power cut would and starts it again, on another port. */
    public void crashAndRestart() {
        server.kill();
        start();
    }

    private void start() {
        directory.connection().withdraw();
        PostgresCluster cluster = PostgresCluster.of(directory);
        cluster.awaitEndOfOrphan();
        server = PostgresServer.start(cluster, directory.log(), kept);
        StoreAddress maintenance = directory.connection().owner(server.port(), "postgres");
        server.awaitReady(maintenance);
        createDatabase(maintenance);
        directory.connection().publish(server.port());
    }

    private static void createDatabase(StoreAddress maintenance) {
        String count =
                "select count(*) from pg_database where datname = '"
                        + ConnectionFile.DATABASE
                        + "'";
        try (Connection connection = maintenance.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(count)) {
            found.next();
            if (found.getInt(1) == 0) {
                statement.execute(
                        "create database " + ConnectionFile.DATABASE + " template template0");
            }
        } catch (SQLException e) {
            throw new StoreException("cannot make the store's database: " + e.getMessage(), e);
        }
    }

    /** Has something done when the process is asked to end, before the server is stopped. */
    LastAct beforeShutdown(Runnable act) {
        lastActs.add(act);
        return () -> lastActs.remove(act);
    }

    /**
     * Stops the server, after a while for those who read from it by another process. Doing it again
     * does nothing.
     */
    @Override
    public void close() {
        try {
            if (!closed && server != null && kept) {
                Attachment.awaitEndOfAll(directory.connection(), server.port());
            }
        } finally {
            shutDown();
            withdraw(hook);
        }
    }

    /** Takes back what was to be done at the end of the process. */
    static void withdraw(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process ends: the hook runs by itself
        }
    }

    private void endWithProcess() {
        try {
            lastActs.forEach(Runnable::run);
        } finally {
            shutDown();
        }
    }

    private synchronized void shutDown() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (server != null) {
                server.stop();
                directory.connection().withdraw();
            }
            lock.close();
            if (!kept) {
                FileTree.delete(directory.root());
            }
        } catch (IOException e) {
            throw new StoreException(
                    "cannot clean up after the store in "
                            + directory.root()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
