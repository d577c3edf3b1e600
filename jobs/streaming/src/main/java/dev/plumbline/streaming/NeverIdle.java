package dev.plumbline.streaming;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
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
 * <p>What a {@link Gathering} function has gathered leaves it after the timers and before the
 * watermark, so that nobody behind it ever sees it late.
 */
final class NeverIdle<I, O> extends KeyedProcessOperator<String, I, O> {

    private static final long serialVersionUID = 1L;

    NeverIdle(KeyedProcessFunction<String, I, O> function) {
        super(function);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!(userFunction instanceof Gathering gathering)) {
            super.processWatermark(mark);
            return;
        }
        timeServiceManager.advanceWatermark(mark);
        gathering.release(this::put);
        output.emitWatermark(mark);
    }

    private <X> void put(OutputTag<X> tag, X value) {
        output.collect(tag, new StreamRecord<>(value));
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        // Not told on; see above.
    }
}
