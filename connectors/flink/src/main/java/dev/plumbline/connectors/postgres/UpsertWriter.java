package dev.plumbline.connectors.postgres;

import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Collects rows and hands them over in batches. */
final class UpsertWriter<T> implements SinkWriter<T> {
    private static final long FLUSH_EVERY_MILLIS = 1_000;

    private final UpsertTable table;
    private final RowBinder<T> binder;
    private final int batchRows;
    private final StoreSession session;
    private final ProcessingTimeService clock;
    private final UpsertBatch batch = new UpsertBatch();
    private ScheduledFuture<?> nextFlush;

    UpsertWriter(
            UpsertTable table,
            RowBinder<T> binder,
            int batchRows,
            StoreSession session,
            ProcessingTimeService clock) {
        this.table = table;
        this.binder = binder;
        this.batchRows = batchRows;
        this.session = session;
        this.clock = clock;
        flushLater();
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        Object[] values = binder.values(element);
        session.cleanText(values);
        batch.put(table.keyOf(values), new UpsertBatch.Row(values, binder.revision(element)));
        if (batch.size() >= batchRows) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (batch.size() == 0) {
            return;
        }
        session.write(batch.rows());
        batch.clear();
    }

    @Override
    public void close() {
        nextFlush.cancel(false);
        session.close();
    }

    private void flushLater() {
        nextFlush =
                clock.registerTimer(
                        clock.getCurrentProcessingTime() + FLUSH_EVERY_MILLIS,
                        at -> {
                            flush(false);
                            flushLater();
                        });
    }
}
