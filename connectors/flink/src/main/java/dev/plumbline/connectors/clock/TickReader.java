package dev.plumbline.connectors.clock;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Tells the present instant every so often; the first time after one such pause. */
final class TickReader implements SourceReader<Instant, NoSplit> {

    private final long everyMillis;
    private final boolean ends;
    private long next;

    TickReader(long everyMillis, boolean ends) {
        this.everyMillis = everyMillis;
        this.ends = ends;
    }

    @Override
    public void start() {
        next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(everyMillis);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Instant> out) {
        if (ends) {
            return InputStatus.END_OF_INPUT;
        }
        if (everyMillis > 0 && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(everyMillis);
            out.collect(Instant.now());
        }
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        if (ends) {
            return CompletableFuture.completedFuture(null);
        }
        if (everyMillis == 0) {
            return new CompletableFuture<>();
        }
        long wait = Math.max(0, next - System.nanoTime());
        Executor later = CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    @Override
    public List<NoSplit> snapshotState(long checkpoint) {
        return List.of();
    }

    @Override
    public void addSplits(List<NoSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
