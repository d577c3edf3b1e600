package dev.plumbline.connectors.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of one writer. A batch is one transaction; where the store goes away it is written
 * again, with pauses that grow to two minutes in all, and then the job's restart strategy decides.
 */
final class StoreSession {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSession.class);
    private static final long[] PAUSES_MILLIS = {
        250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000
    };

    private final StoreAccess store;
    private final UpsertTable table;
    private final List<Column> columns;
    private final String sql;
    private final long runId;
    private final Counter rowsSent;
    private final Counter rowsWritten;
    private final Counter nulReplaced;
    private Connection connection;
    private PreparedStatement statement;

    StoreSession(StoreAccess store, UpsertTable table, long runId, SinkWriterMetricGroup metrics) {
        this.store = store;
        this.table = table;
        this.columns = table.columns();
        this.sql = table.sql();
        this.runId = runId;
        this.rowsSent = metrics.getNumRecordsSendCounter();
        this.rowsWritten = metrics.counter("rowsWritten");
        this.nulReplaced = metrics.counter("nulCharactersReplaced");
    }

    /** Replaces what PostgreSQL cannot hold in text, NUL, by U+FFFD, and counts it. */
    void cleanText(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text && text.indexOf('\0') >= 0) {
                nulReplaced.inc(text.chars().filter(c -> c == 0).count());
                values[i] = text.replace('\0', '\uFFFD');
            }
        }
    }

    /**
     * Writes the rows in one transaction.
     *
     * @throws StoreRefusal in one line, where they cannot be written
     * @throws IOException in one line, where the store stays away
     */
    void write(Collection<UpsertBatch.Row> rows) throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                writeOnce(rows);
                rowsSent.inc(rows.size());
                rowsWritten.inc(rows.size());
                return;
            } catch (SQLException e) {
                close();
                String sentence = StoreFailure.sentence(store, table, rows.size(), e);
                if (!StoreFailure.mayPass(e)) {
                    throw new StoreRefusal(sentence, e);
                }
                if (attempt == PAUSES_MILLIS.length) {
                    throw new IOException(sentence, e);
                }
                LOG.warn("{}; trying again in {} ms", sentence, PAUSES_MILLIS[attempt]);
                Thread.sleep(PAUSES_MILLIS[attempt]);
            }
        }
    }

    void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("Closing the connection to {} failed", store.address(), e);
        }
        connection = null;
        statement = null;
    }

    private void writeOnce(Collection<UpsertBatch.Row> rows) throws SQLException {
        open();
        for (UpsertBatch.Row row : rows) {
            int index = 1;
            for (Column column : columns) {
                column.type().bind(statement, index, row.value(index - 1));
                index++;
            }
            statement.setLong(index, runId);
            statement.setLong(index + 1, row.revision());
            statement.addBatch();
        }
        statement.executeBatch();
        connection.commit();
    }

    private void open() throws SQLException {
        if (connection != null) {
            return;
        }
        Properties options = new Properties();
        options.setProperty("user", store.user());
        if (store.password() != null) {
            options.setProperty("password", store.password());
        }
        options.setProperty("ApplicationName", "plumbline " + table.name());
        options.setProperty("reWriteBatchedInserts", "true");
        options.setProperty("tcpKeepAlive", "true");
        options.setProperty("connectTimeout", "10");
        options.setProperty("socketTimeout", "120");
        connection = new Driver().connect(store.jdbcUrl(), options);
        connection.setAutoCommit(false);
        statement = connection.prepareStatement(sql);
    }
}
