package dev.plumbline.connectors;

import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Passes everything on and throws once, at the first element after a completed checkpoint. */
public final class FailOnce<T> implements MapFunction<T, T>, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static volatile boolean failed;

    private int seen;
    private boolean checkpointed;

    /** Before each test: the next run fails again. */
    public static void rearm() {
        failed = false;
    }

    public static boolean hasFailed() {
        return failed;
    }

    @Override
    public T map(T element) throws InterruptedException {
        if (failed) {
            return element;
        }
        if (checkpointed) {
            failed = true;
            throw new IllegalStateException("injected by the test");
        }
        if (++seen % 100 == 0) {
            Thread.sleep(5);
        }
        return element;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        checkpointed = seen > 0;
    }
}
