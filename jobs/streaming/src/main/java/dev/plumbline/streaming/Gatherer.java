package dev.plumbline.streaming;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * An operator without state whose function gathers what many elements have in common. It leaves
 * before each watermark and before time goes on without this input, so that nobody behind it sees
 * it late, and before each checkpoint, so that none is lost.
 */
public final class Gatherer<I, O> extends ProcessOperator<I, O> {

    private static final long serialVersionUID = 1L;

    private final Gathering gathering;

    private <F extends ProcessFunction<I, O> & Gathering> Gatherer(F function, Gathering same) {
        super(function);
        this.gathering = same;
    }

    /** The operator of a function that gathers. */
    public static <I, O, F extends ProcessFunction<I, O> & Gathering> Gatherer<I, O> of(
            F function) {
        return new Gatherer<>(function, function);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        gathering.release(this::put);
        super.processWatermark(mark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        gathering.release(this::put);
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        gathering.release(this::put);
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    private <X> void put(OutputTag<X> tag, X value) {
        output.collect(tag, new StreamRecord<>(value));
    }
}
