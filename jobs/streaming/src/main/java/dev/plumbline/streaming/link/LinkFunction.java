package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.FoldingFunction;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * A change or a session remembers the items it is linked to and passes its work on to them, from
 * the moment the link is known. One that has none keeps nothing. Evicted by one event-time timer,
 * which goes to sleep again if the object has not been silent for {@code forgetAfter}.
 */
public final class LinkFunction extends FoldingFunction<RoutedEvent> {

    private static final long serialVersionUID = 1L;

    private final long forgetAfterMillis;
    private transient ValueState<Linked> linked;

    public LinkFunction(Duration forgetAfter) {
        this.forgetAfterMillis = forgetAfter.toMillis();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        linked = getRuntimeContext().getState(new ValueStateDescriptor<>("linked", Linked.class));
    }

    @Override
    protected void fold(
            List<RoutedEvent> due,
            long timestamp,
            OnTimerContext context,
            Collector<RoutedEvent> out)
            throws Exception {
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
