package dev.plumbline.standalone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A reader's place at the server that another process runs: a connection that says that somebody
 * reads, so that the other process does not stop its server meanwhile.
 */
final class Attachment implements AutoCloseable {

    private static final String READER = "plumbline reader";

    private static final long PATIENCE_SECONDS = 60;
    private static final long PAUSE_MILLIS = 200;

    private final StoreAddress owner;
    private final StoreAddress analyst;
    private final Connection presence;

    private Attachment(StoreAddress owner, StoreAddress analyst, Connection presence) {
        this.owner = owner;
        this.analyst = analyst;
        this.presence = presence;
    }

    /**
     * Joins the running server; null while none takes readers, because it starts or ends.
     *
     * <p>Who ends a server withdraws its address before he counts the readers. So who still finds
     * the address when his connection stands has been counted.
     */
    static Attachment at(ConnectionFile file) {
        StoreAddress owner = file.owner();
        StoreAddress analyst = file.analyst();
        if (owner == null || analyst == null) {
            return null;
        }
        PGSimpleDataSource source = analyst.dataSource();
        source.setApplicationName(READER);
        try {
            Connection presence = source.getConnection();
            if (owner.equals(file.owner())) {
                return new Attachment(owner, analyst, presence);
            }
            presence.close();
            return null;
        } catch (SQLException notYetOrNotAnyMore) {
            return null;
        }
    }

    /**
     * Waits for the readers of a server that is about to end, for a bounded time; who comes
     * meanwhile is served at once. In the end the server's address is withdrawn.
     */
    static void awaitEndOfAll(ConnectionFile file, int port) {
        StoreAddress owner = file.owner(port, ConnectionFile.DATABASE);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        file.withdraw();
        while (countAt(owner) > 0 && System.nanoTime() < deadline) {
            file.publish(port);
            Pause.ofMillis(PAUSE_MILLIS);
            file.withdraw();
        }
    }

    /** None where the server does not answer any more. */
    private static int countAt(StoreAddress owner) {
        String query = "select count(*) from pg_stat_activity where application_name = ?";
        try (Connection connection = owner.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, READER);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException gone) {
            return 0;
        }
    }

    StoreAddress owner() {
        return owner;
    }

    StoreAddress analyst() {
        return analyst;
    }

    @Override
    public void close() {
        try {
            presence.close();
        } catch (SQLException alreadyCut) {
            return; // the server is gone, and with it the connection
        }
    }
}
