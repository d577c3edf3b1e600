package dev.plumbline.standalone.kafka;

import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Passes everything on; once, at the first element after a completed checkpoint, it disturbs the
 * world around the job and throws.
 */
final class Disturbance<T> implements MapFunction<T, T>, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static volatile boolean happened;
    private static volatile Runnable disturbance;

    private int seen;
    private boolean checkpointed;

    static void rearm(Runnable next) {
        happened = false;
        disturbance = next;
    }

    static boolean hasHappened() {
        return happened;
    }

    @Override
    public T map(T element) throws InterruptedException {
        if (happened) {
            return element;
        }
        if (checkpointed) {
            happened = true;
            disturbance.run();
            throw new IllegalStateException("injected by the test");
        }
        if (++seen % 20 == 0) {
            Thread.sleep(5);
        }
        return element;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        checkpointed = seen > 0;
    }
}
