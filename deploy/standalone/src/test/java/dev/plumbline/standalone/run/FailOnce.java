package dev.plumbline.standalone.run;

import dev.plumbline.streaming.admit.Arrival;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Throws once in the middle of a run, after a checkpoint has completed. */
final class FailOnce implements MapFunction<Arrival, Arrival>, CheckpointListener {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Progress> RUNS = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final long after;

    private record Progress(AtomicLong seen, AtomicLong checkpoints, AtomicBoolean failed) {}

    /**
     * @param after how many events pass before it may fail
     */
    FailOnce(long after) {
        this.after = after;
        RUNS.put(id, new Progress(new AtomicLong(), new AtomicLong(), new AtomicBoolean()));
    }

    boolean failed() {
        return RUNS.get(id).failed().get();
    }

    long seen() {
        return RUNS.get(id).seen().get();
    }

    @Override
    public Arrival map(Arrival arrival) throws InterruptedException {
        Progress progress = RUNS.get(id);
        long seen = progress.seen().incrementAndGet();
        if (seen > after && progress.checkpoints().get() == 0) {
            Thread.sleep(1);
        }
        boolean due = seen > after && progress.checkpoints().get() > 0;
        if (due && progress.failed().compareAndSet(false, true)) {
            throw new IllegalStateException("thrown by the test in the middle of the run");
        }
        return arrival;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        RUNS.get(id).checkpoints().incrementAndGet();
    }
}
