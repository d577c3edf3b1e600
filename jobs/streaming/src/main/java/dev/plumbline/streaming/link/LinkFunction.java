package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.FoldBuffer;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A change or a session remembers the items it is linked to and passes its work on to them, from
 * the moment the link is known. Evicted by an event-time timer when the object has been silent for
 * {@code forgetAfter}.
 */
public final class LinkFunction extends KeyedProcessFunction<String, RoutedEvent, RoutedEvent> {

    private static final long serialVersionUID = 1L;

    private final long forgetAfterMillis;
    private final FoldBuffer buffer = new FoldBuffer();
    private transient ValueState<Linked> linked;

    public LinkFunction(Duration forgetAfter) {
        this.forgetAfterMillis = forgetAfter.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        buffer.open(getRuntimeContext());
        linked = getRuntimeContext().getState(new ValueStateDescriptor<>("linked", Linked.class));
    }

    @Override
    public void processElement(RoutedEvent routed, Context context, Collector<RoutedEvent> out)
            throws Exception {
        buffer.add(routed, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RoutedEvent> out)
            throws Exception {
        List<RoutedEvent> due = buffer.due(context.timerService());
        Linked before = linked.value();
        Linked known = before == null ? Linked.NONE : before;
        for (RoutedEvent routed : due) {
            known = known.learn(routed.own() ? routed.event().links() : linkTo(routed.event()));
            known = known.touched(routed.event().occurredAt().toEpochMilli());
            if (routed.own() && routed.event().isWork()) {
                known.items().forEach(item -> out.collect(passedOn(item, routed.event())));
            }
        }
        if (!due.isEmpty() && known.items().isEmpty()) {
            linked.clear();
            return;
        }
        remember(before, known, timestamp, context);
    }

    /** The forget timer carries no truth: it looks again, and goes to sleep again if need be. */
    private void remember(Linked before, Linked known, long timestamp, OnTimerContext context)
            throws Exception {
        if (known.items().isEmpty()) {
            return;
        }
        long forgetAt = known.lastEventMillis() + forgetAfterMillis;
        if (before != null && forgetAt <= timestamp) {
            linked.clear();
            return;
        }
        if (known.equals(before) && timestamp < before.sleepsUntil()) {
            return;
        }
        if (before == null || timestamp >= before.sleepsUntil()) {
            context.timerService().registerEventTimeTimer(forgetAt);
            known = known.sleepingUntil(forgetAt);
        }
        linked.update(known);
    }

    private static RoutedEvent passedOn(Link item, WorkEvent event) {
        return RoutedEvent.linked(item.type(), item.id(), event);
    }

    private static List<Link> linkTo(WorkEvent event) {
        List<Link> link = new ArrayList<>(1);
        if (event.objectType() == ObjectType.WORK_ITEM) {
            link.add(new Link("implements", event.objectType(), event.objectId()));
        }
        return link;
    }
}
