package dev.plumbline.streaming;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A keyed function on a stage of its own: hears elements, is told the time, can be restarted. */
public final class Rehearsal<I, O> {

    private final Supplier<KeyedProcessFunction<String, I, O>> function;
    private final KeySelector<I, String> key;
    private KeyedOneInputStreamOperatorTestHarness<String, I, O> harness;

    public Rehearsal(
            Supplier<KeyedProcessFunction<String, I, O>> function, KeySelector<I, String> key)
            throws Exception {
        this.function = function;
        this.key = key;
        harness = newHarness();
        harness.open();
    }

    public Rehearsal<I, O> hears(I element) throws Exception {
        harness.processElement(new StreamRecord<>(element));
        return this;
    }

    /** The watermark comes: everything up to and including that instant has been heard. */
    public Rehearsal<I, O> clockReaches(Instant now) throws Exception {
        harness.processWatermark(now.toEpochMilli());
        return this;
    }

    public Rehearsal<I, O> streamEnds() throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
        return this;
    }

    /**
     * Stops with a snapshot and goes on from it in a new operator; what came out before is gone.
     */
    public Rehearsal<I, O> restarts() throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness();
        harness.initializeState(state);
        harness.open();
        return this;
    }

    public List<O> output() {
        return harness.extractOutputValues();
    }

    public <X> List<X> sideOutput(OutputTag<X> tag) {
        if (harness.getSideOutput(tag) == null) {
            return List.of();
        }
        return harness.getSideOutput(tag).stream().map(StreamRecord::getValue).toList();
    }

    public int timers() {
        return harness.numEventTimeTimers();
    }

    public int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    public void close() throws Exception {
        harness.close();
    }

    private KeyedOneInputStreamOperatorTestHarness<String, I, O> newHarness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new NeverIdle<>(function.get()), key, Types.STRING);
    }
}
