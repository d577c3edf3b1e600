package dev.plumbline.streaming.admit;

import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * The time an operator has folded up to and does not open again, also across restarts: Flink
 * restores no watermark and begins anew without one. The second door behind {@link AdmitFunction},
 * which knows the clock of its own subtask only: of an event that comes first after a restart, or
 * from a partition that was idle, it cannot tell that it is late. Kept as one number per subtask;
 * all have the same watermark when a checkpoint is taken, and the highest one seen counts.
 */
public final class ClosedTime implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient ListState<Long> stored;
    private transient long reached;
    private transient LongCounter late;

    /** Binds it to the state of an operator, and takes up what a checkpoint has kept. */
    public void initialize(FunctionInitializationContext context) throws Exception {
        stored =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("closed-time", Types.LONG));
        reached = Long.MIN_VALUE;
        for (Long kept : stored.get()) {
            reached = Math.max(reached, kept);
        }
    }

    /** Counts late events together with those of the first door. */
    public void open(RuntimeContext context) {
        late = new LongCounter();
        context.addAccumulator(AdmitFunction.LATE_COUNT, late);
    }

    /** Keeps how far time had come. */
    public void snapshot() throws Exception {
        stored.clear();
        stored.add(reached);
    }

    /** Notes how far time has come; the end of a stream, which is drained, is no time. */
    public void advance(TimerService timers) {
        long watermark = timers.currentWatermark();
        if (watermark != Watermark.MAX_WATERMARK.getTimestamp()) {
            reached = Math.max(reached, watermark);
        }
    }

    /**
     * The event as a late one where its time is closed already, null where it is not.
     *
     * @param knownAt when it counts
     */
    public LateEvent late(WorkEvent event, Instant knownAt, TimerService timers) {
        advance(timers);
        if (knownAt.toEpochMilli() > reached) {
            return null;
        }
        late.add(1L);
        return new LateEvent(event, Instant.ofEpochMilli(reached), null, null);
    }
}
