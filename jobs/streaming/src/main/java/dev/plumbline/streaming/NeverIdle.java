package dev.plumbline.streaming;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * A keyed operator that holds elements back until time has passed them, and therefore never tells
 * those behind it that it is idle. Idleness is a matter of partitions: behind a shuffle every
 * subtask hears every source. Told on, it is wrong: when events come again after a total silence,
 * the first subtask to wake would move the clock of those behind it while another one still holds
 * what happened before the silence.
 */
final class NeverIdle<I, O> extends KeyedProcessOperator<String, I, O> {

    private static final long serialVersionUID = 1L;

    NeverIdle(KeyedProcessFunction<String, I, O> function) {
        super(function);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        // Not told on; see above.
    }
}
