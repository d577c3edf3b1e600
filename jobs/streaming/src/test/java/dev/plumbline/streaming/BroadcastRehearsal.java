package dev.plumbline.streaming;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A {@link Rehearsal} of a keyed function that also hears what is told to all. */
public final class BroadcastRehearsal<I, B, O> {

    private final Supplier<KeyedBroadcastProcessFunction<String, I, B, O>> function;
    private final KeySelector<I, String> key;
    private final List<MapStateDescriptor<?, ?>> told;
    private KeyedBroadcastOperatorTestHarness<String, I, B, O> harness;

    public BroadcastRehearsal(
            Supplier<KeyedBroadcastProcessFunction<String, I, B, O>> function,
            KeySelector<I, String> key,
            MapStateDescriptor<?, ?>... told)
            throws Exception {
        this.function = function;
        this.key = key;
        this.told = List.of(told);
        harness = newHarness();
        harness.open();
    }

    public BroadcastRehearsal<I, B, O> hears(I element) throws Exception {
        harness.processElement(new StreamRecord<>(element));
        return this;
    }

    public BroadcastRehearsal<I, B, O> isTold(B element) throws Exception {
        harness.processBroadcastElement(new StreamRecord<>(element));
        return this;
    }

    /** The watermark comes: everything up to and including that instant has been heard. */
    public BroadcastRehearsal<I, B, O> clockReaches(Instant now) throws Exception {
        harness.watermark(now.toEpochMilli());
        return this;
    }

    public BroadcastRehearsal<I, B, O> streamEnds() throws Exception {
        harness.watermark(Long.MAX_VALUE);
        return this;
    }

    /**
     * Stops with a snapshot and goes on from it in a new operator; what came out before is gone.
     */
    public BroadcastRehearsal<I, B, O> restarts() throws Exception {
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
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend())
                .numKeyValueStateEntries();
    }

    public void close() throws Exception {
        harness.close();
    }

    private KeyedBroadcastOperatorTestHarness<String, I, B, O> newHarness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(function.get(), told),
                key,
                Types.STRING,
                1,
                1,
                0);
    }
}
