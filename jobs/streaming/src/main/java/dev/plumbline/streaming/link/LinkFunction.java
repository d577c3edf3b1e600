package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.AdmitFunction;
import dev.plumbline.streaming.admit.ClosedTime;
import dev.plumbline.streaming.admit.LateEvent;
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
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A change or a session remembers the items it is linked to and passes its work on to them, from
 * the moment the link is known. One that has none keeps nothing. Evicted by one event-time timer,
 * which goes to sleep again if the object has not been silent for {@code forgetAfter}.
 */
public final class LinkFunction extends KeyedProcessFunction<String, RoutedEvent, RoutedEvent>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final long forgetAfterMillis;
    private final FoldBuffer buffer = new FoldBuffer();
    private final ClosedTime closed = new ClosedTime();
    private transient ValueState<Linked> linked;

    public LinkFunction(Duration forgetAfter) {
        this.forgetAfterMillis = forgetAfter.toMillis();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        closed.initialize(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        closed.snapshot();
    }

    @Override
    public void open(OpenContext context) {
        buffer.open(getRuntimeContext());
        closed.open(getRuntimeContext());
        linked = getRuntimeContext().getState(new ValueStateDescriptor<>("linked", Linked.class));
    }

    @Override
    public void processElement(RoutedEvent routed, Context context, Collector<RoutedEvent> out)
            throws Exception {
        LateEvent late = closed.late(routed.event(), context.timerService());
        if (late != null) {
            context.output(AdmitFunction.LATE, late);
            return;
        }
        buffer.add(routed, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RoutedEvent> out)
            throws Exception {
        closed.advance(context.timerService());
        List<RoutedEvent> due = buffer.due(context.timerService());
        Linked before = linked.value();
        Linked known = before == null ? Linked.NONE : before;
        for (RoutedEvent routed : due) {
            WorkEvent event = routed.event();
            List<Link> links = routed.own() ? event.links() : linkTo(event);
            known = known.after(links, event.occurredAt().toEpochMilli(), forgetAfterMillis);
            if (routed.own() && event.isWork()) {
                known.items().forEach(item -> out.collect(passedOn(item, event)));
            }
        }
        if (known.items().isEmpty() || known.forgetAtMillis() <= timestamp) {
            linked.clear();
            return;
        }
        if (known.wakeAtMillis() <= timestamp) {
            context.timerService().registerEventTimeTimer(known.forgetAtMillis());
            known = known.wakingAt(known.forgetAtMillis());
        }
        if (!known.equals(before)) {
            linked.update(known);
        }
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
