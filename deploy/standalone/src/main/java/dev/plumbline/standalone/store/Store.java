package dev.plumbline.standalone.store;

import dev.plumbline.connectors.postgres.StoreAccess;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The store of results: an embedded PostgreSQL under a directory, or somebody's own PostgreSQL by
 * its URL. Closing it stops the embedded server.
 */
public final class Store implements AutoCloseable {

    private static final long ATTACH_MILLIS = 30_000;
    private static final long PAUSE_MILLIS = 100;

    private final StoreAddress owner;
    private final StoreAddress analyst;
    private final EmbeddedPostgres server;
    private final Attachment attachment;

    private Store(StoreAddress owner, StoreAddress analyst, EmbeddedPostgres server) {
        this.owner = owner;
        this.analyst = analyst;
        this.server = server;
        this.attachment = null;
    }

    private Store(Attachment attachment) {
        this.owner = attachment.owner();
        this.analyst = attachment.analyst();
        this.server = null;
        this.attachment = attachment;
    }

    /**
     * Opens a store.
     *
     * @param location a directory, or {@code postgresql://user:password@host:port/database}
     * @throws StoreException in one line: in use, not a store, unreachable, not allowed
     */
    public static Store open(String location, Access access) {
        if (StoreAddress.isUrl(location)) {
            return external(StoreAddress.parse(location), access);
        }
        StoreDirectory directory = new StoreDirectory(Path.of(location));
        if (access == Access.WRITE) {
            return embedded(EmbeddedPostgres.open(directory.root()), access);
        }
        if (!directory.exists()) {
            throw new StoreException(
                    "there is no store in %s; make one with: ./plumbline replay FILE --store %s"
                            .formatted(directory.root(), location));
        }
        return toRead(directory);
    }

    /** An empty store with all tables that is deleted when it is closed. */
    public static Store temporary() {
        return embedded(EmbeddedPostgres.temporary(), Access.WRITE);
    }

    private static Store embedded(EmbeddedPostgres server, Access access) {
        try {
            Store store = new Store(server.address(), server.analystAddress(), server);
            store.prepare(access);
            return store;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Store external(StoreAddress address, Access access) {
        try {
            address.dataSource().getConnection().close();
        } catch (SQLException e) {
            throw new StoreException(
                    "cannot reach the store %s: %s".formatted(address, Reason.of(e)), e);
        }
        Store store = new Store(address, null, null);
        store.prepare(access);
        return store;
    }

    /** Starts the server of a store at rest, or joins the one that another process runs. */
    private static Store toRead(StoreDirectory directory) {
        directory.checkVersion();
        long deadline = System.nanoTime() + ATTACH_MILLIS * 1_000_000;
        while (System.nanoTime() < deadline) {
            StoreLock lock = directory.lock();
            if (lock != null) {
                return embedded(EmbeddedPostgres.started(directory, lock, true), Access.READ);
            }
            Attachment running = Attachment.at(directory.connection());
            if (running != null) {
                return new Store(running);
            }
            Pause.ofMillis(PAUSE_MILLIS);
        }
        throw directory.inUse();
    }

    /**
     * Brings the tables up to date where this process may: in its own server, or when it writes.
     */
    private void prepare(Access access) {
        if (server == null && access == Access.READ) {
            requireTables();
            return;
        }
        Migrations.apply(owner);
        if (server != null) {
            Analyst.letIn(owner, analyst);
        }
        if (server != null && access == Access.WRITE) {
            new RunLog(owner.dataSource()).closeCutOff();
        }
    }

    private void requireTables() {
        if (!Migrations.areThere(owner)) {
            throw new StoreException(
                    "%s has no tables of Plumbline; make them with: ./plumbline replay FILE --store URL"
                            .formatted(owner));
        }
    }

    /** Where it is and who logs in. */
    public StoreAddress address() {
        return owner;
    }

    /** What a job's sinks need to write. */
    public StoreAccess access() {
        return new StoreAccess(jdbcUrl(), user(), password());
    }

    /** URL of the driver, without user and password. */
    public String jdbcUrl() {
        return owner.jdbcUrl();
    }

    public String user() {
        return owner.user();
    }

    /** Never to be printed; null where the server asks for none. */
    public String password() {
        return owner.password();
    }

    /** Connections of the owner. */
    public DataSource dataSource() {
        return owner.dataSource();
    }

    /** Connections that may only read, and not what arrived raw. */
    public DataSource readerDataSource() {
        PGSimpleDataSource source = (analyst == null ? owner : analyst).dataSource();
        source.setOptions(
                (analyst == null ? "-c role=plumbline_reader " : "")
                        + "-c default_transaction_read_only=on -c search_path=plumbline");
        return source;
    }

    /**
     * Has something done when the process is asked to end (the interrupt key, a polite kill) before
     * the result is withdrawn; the store can still be written then.
     */
    public LastAct whenAskedToEnd(Runnable act) {
        return server == null ? LastAct.of(act) : server.beforeShutdown(act);
    }

    /** Where the store is, fit to be shown. */
    @Override
    public String toString() {
        return server == null ? owner.toString() : server.directory().toString();
    }

    /**
     * Stops the server that was started for this store, after those have ended who read from it by
     * another process; another process's server goes on.
     */
    @Override
    public void close() {
        if (attachment != null) {
            attachment.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
