package dev.plumbline.connectors.postgres;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes rows to a table of the store, each at least once and by its primary key: after a restart
 * rows are written again and nothing changes by it. (The XA sink of flink-connector-jdbc commits
 * before the checkpoint is complete and duplicates rows.) Rows leave in batches: when one is full,
 * every second, and before each checkpoint.
 */
public final class PostgresUpsertSink<T> implements Sink<T> {
    /** Rows of a batch where nothing else is said. */
    public static final int DEFAULT_BATCH_ROWS = 2_000;

    private final StoreAccess store;
    private final UpsertTable table;
    private final RowBinder<T> binder;
    private final long runId;
    private final int batchRows;

    /**
     * The sink of a table.
     *
     * @param runId run that writes, growing from run to run
     */
    public PostgresUpsertSink(
            StoreAccess store, UpsertTable table, RowBinder<T> binder, long runId) {
        this(store, table, binder, runId, DEFAULT_BATCH_ROWS);
    }

    /**
     * The sink of a table.
     *
     * @param runId run that writes, growing from run to run
     * @param batchRows rows of a batch, at least 1
     */
    public PostgresUpsertSink(
            StoreAccess store, UpsertTable table, RowBinder<T> binder, long runId, int batchRows) {
        this.store = store;
        this.table = table;
        this.binder = binder;
        this.runId = runId;
        this.batchRows = batchRows;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        StoreSession session = new StoreSession(store, table, runId, context.metricGroup());
        return new UpsertWriter<>(
                table, binder, batchRows, session, context.getProcessingTimeService());
    }
}
