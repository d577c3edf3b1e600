package dev.plumbline.streaming.item;

import dev.plumbline.streaming.admit.RoutedEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;

/**
 * Holds the events of a key back until the watermark has passed them, and hands them out in fold
 * order: so arrival order does not matter. One timer, at the earliest event held. An event leaves
 * when the watermark passes it; an empty buffer keeps nothing.
 */
final class FoldBuffer implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient ListState<RoutedEvent> held;
    private transient ValueState<Long> wakeAt;

    /** Binds the buffer to the keyed state of an operator. */
    public void open(RuntimeContext context) {
        held = context.getListState(new ListStateDescriptor<>("held-events", RoutedEvent.class));
        wakeAt = context.getState(new ValueStateDescriptor<>("held-wake-at", Long.class));
    }

    /** Holds an event until the watermark has passed it. */
    public void add(RoutedEvent routed, TimerService timers) throws Exception {
        held.add(routed);
        long at = routed.knownAt().toEpochMilli();
        Long wake = wakeAt.value();
        if (wake == null || at < wake) {
            wakeAt.update(at);
            timers.registerEventTimeTimer(at);
        }
    }

    /** The events the watermark has passed, in fold order. */
    public List<RoutedEvent> due(TimerService timers) throws Exception {
        long watermark = timers.currentWatermark();
        Long wake = wakeAt.value();
        if (wake == null || wake > watermark) {
            return List.of();
        }
        List<RoutedEvent> due = new ArrayList<>();
        List<RoutedEvent> later = new ArrayList<>();
        long earliestLater = Long.MAX_VALUE;
        for (RoutedEvent routed : held.get()) {
            long at = routed.knownAt().toEpochMilli();
            if (at <= watermark) {
                due.add(routed);
                continue;
            }
            later.add(routed);
            earliestLater = Math.min(earliestLater, at);
        }
        if (later.isEmpty()) {
            held.clear();
            wakeAt.clear();
        } else {
            held.update(later);
            wakeAt.update(earliestLater);
            timers.registerEventTimeTimer(earliestLater);
        }
        due.sort(RoutedEvent.FOLD_ORDER);
        return due;
    }
}
