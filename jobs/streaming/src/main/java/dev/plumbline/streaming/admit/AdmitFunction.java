package dev.plumbline.streaming.admit;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends every event to the objects it concerns; what is rejected or late goes aside with its
 * reason. Keeps no state.
 */
public final class AdmitFunction extends ProcessFunction<Arrival, RoutedEvent> {

    private static final long serialVersionUID = 1L;

    /** What is no work event. */
    public static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected") {};

    /** What came after the lateness bound. */
    public static final OutputTag<LateEvent> LATE = new OutputTag<>("late") {};

    /** Events of objects that pass their work on to the items they are linked to. */
    public static final OutputTag<RoutedEvent> LINKING = new OutputTag<>("linking") {};

    private final Instant until;
    private transient Counter events;
    private transient Counter rejected;
    private transient Counter late;
    private transient Counter afterUntil;

    /**
     * @param until where the clock stops, null for never; what happened later is left out and
     *     counted
     */
    public AdmitFunction(Instant until) {
        this.until = until;
    }

    @Override
    public void open(OpenContext context) {
        events = getRuntimeContext().getMetricGroup().counter("eventsAdmitted");
        rejected = getRuntimeContext().getMetricGroup().counter("eventsRejected");
        late = getRuntimeContext().getMetricGroup().counter("eventsLate");
        afterUntil = getRuntimeContext().getMetricGroup().counter("eventsAfterUntil");
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<RoutedEvent> out) {
        if (arrival.event() == null) {
            rejected.inc();
            context.output(REJECTED, arrival.rejected());
            return;
        }
        WorkEvent event = arrival.event();
        if (until != null && event.occurredAt().isAfter(until)) {
            afterUntil.inc();
            return;
        }
        long watermark = context.timerService().currentWatermark();
        if (event.occurredAt().toEpochMilli() <= watermark) {
            late.inc();
            Instant now = Instant.ofEpochMilli(watermark);
            context.output(LATE, new LateEvent(event, now, arrival.origin(), arrival.position()));
            return;
        }
        events.inc();
        route(event, context, out);
    }

    private static void route(WorkEvent event, Context context, Collector<RoutedEvent> out) {
        if (event.objectType().isItem()) {
            out.collect(RoutedEvent.own(event));
        }
        if (remembersLinks(event.objectType())) {
            context.output(LINKING, RoutedEvent.own(event));
        }
        for (Link link : event.links()) {
            routeLink(event, link, context, out);
        }
    }

    private static void routeLink(
            WorkEvent event, Link link, Context context, Collector<RoutedEvent> out) {
        if (link.type() == null) {
            return;
        }
        boolean tellsOfLink =
                event.type() == EventType.WORK_ITEM_LINKED && remembersLinks(link.type());
        if (tellsOfLink) {
            context.output(LINKING, RoutedEvent.linked(link.type(), link.id(), event));
            return;
        }
        boolean passesOn =
                link.carriesWork() && event.isWork() && !remembersLinks(event.objectType());
        if (passesOn) {
            out.collect(RoutedEvent.linked(link.type(), link.id(), event));
        }
    }

    /**
     * A change and a session act over time and name their items once; others name them each time.
     */
    private static boolean remembersLinks(ObjectType type) {
        return type == ObjectType.CHANGE || type == ObjectType.AGENT_SESSION;
    }
}
