package dev.plumbline.streaming.item;

import dev.plumbline.streaming.Waiting;
import dev.plumbline.streaming.WaitingRoom;
import dev.plumbline.streaming.admit.AdmitFunction;
import dev.plumbline.streaming.admit.ClosedTime;
import dev.plumbline.streaming.admit.LateEvent;
import dev.plumbline.streaming.admit.RoutedEvent;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Hears the events of an object in any order and gives them on in the order they happened, once the
 * watermark has passed them; what comes behind the time it has closed is set aside as late.
 */
public abstract class FoldingFunction<O> extends KeyedProcessFunction<String, RoutedEvent, O>
        implements CheckpointedFunction, Waiting {

    private static final long serialVersionUID = 1L;

    private final WaitingRoom<RoutedEvent> room =
            new WaitingRoom<>(
                    "events",
                    RoutedEvent.class,
                    RoutedEvent::knownAt,
                    (one, other) -> RoutedEvent.FOLD_ORDER.compare(one, other));
    private final ClosedTime closed = new ClosedTime();

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        closed.initialize(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        closed.snapshot();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        room.open(getRuntimeContext());
        closed.open(getRuntimeContext());
    }

    @Override
    public WaitingRoom<RoutedEvent> room() {
        return room;
    }

    @Override
    public void processElement(RoutedEvent routed, Context context, Collector<O> out)
            throws Exception {
        LateEvent late = closed.late(routed.event(), routed.knownAt(), context.timerService());
        if (late != null) {
            context.output(AdmitFunction.LATE, late);
            return;
        }
        room.hold(context.getCurrentKey(), routed);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<O> out) throws Exception {
        closed.advance(context.timerService());
        long watermark = context.timerService().currentWatermark();
        fold(room.due(context.getCurrentKey(), watermark), timestamp, context, out);
    }

    /**
     * Time has come to an instant.
     *
     * @param due the events it has passed, in fold order; none where another timer fired
     */
    protected abstract void fold(
            List<RoutedEvent> due, long timestamp, OnTimerContext context, Collector<O> out)
            throws Exception;
}
