package dev.plumbline.streaming;

import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.TimerHeapInternalTimer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * A keyed operator that holds elements back until time has passed them, and therefore never tells
 * those behind it that it is idle. Idleness is a matter of partitions: behind a shuffle every
 * subtask hears every source. Told on, it is wrong: when events come again after a total silence,
 * the first subtask to wake would move the clock of those behind it while another one still holds
 * what happened before the silence.
 *
 * <p>A function whose elements wait in a room ({@link Waiting}) is woken for each key of which some
 * are due as if by a timer at the earliest of them: after the timers, which may have taken them
 * already, and before the timers it sets for a time that is over. What a {@link Gathering} function
 * has gathered leaves it after all that and before the watermark, so that nobody behind it ever
 * sees it late.
 */
final class NeverIdle<I, O> extends KeyedProcessOperator<String, I, O> {

    private static final long serialVersionUID = 1L;

    NeverIdle(KeyedProcessFunction<String, I, O> function) {
        super(function);
    }

    @Override
    public void open() throws Exception {
        super.open();
        if (userFunction instanceof Waiting waiting) {
            waiting.room().restore(keys());
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        if (userFunction instanceof Waiting waiting) {
            waiting.room().store(keys());
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        timeServiceManager.advanceWatermark(mark);
        if (userFunction instanceof Waiting waiting) {
            waiting.room().clearStored(keys());
            waiting.room().wake(mark.getTimestamp(), this::wake);
            timeServiceManager.advanceWatermark(mark);
        }
        if (userFunction instanceof Gathering gathering) {
            gathering.release(this::put);
        }
        output.emitWatermark(mark);
    }

    private void wake(String key, long atMillis) throws Exception {
        setCurrentKey(key);
        onEventTime(new TimerHeapInternalTimer<>(atMillis, key, VoidNamespace.INSTANCE));
    }

    private KeyedStateBackend<String> keys() {
        return getKeyedStateBackend();
    }

    private <X> void put(OutputTag<X> tag, X value) {
        output.collect(tag, new StreamRecord<>(value));
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        // Not told on; see above.
    }
}
