package dev.plumbline.streaming.admit;

import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.source.HeardMinutes;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends every event to the objects it concerns; what is rejected or late goes aside with its
 * reason. Keeps no state.
 */
public final class AdmitFunction extends ProcessFunction<Arrival, RoutedEvent>
        implements Gathering {

    private static final long serialVersionUID = 1L;

    /** What is no work event. */
    public static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected") {};

    /** What came after the lateness bound. */
    public static final OutputTag<LateEvent> LATE = new OutputTag<>("late") {};

    /** Events of objects that pass their work on to the items they are linked to. */
    public static final OutputTag<RoutedEvent> LINKING =
            new OutputTag<>("linking", RoutedEventType.INSTANCE);

    /** Events of the sessions of agents. */
    public static final OutputTag<RoutedEvent> SESSIONS =
            new OutputTag<>("sessions", RoutedEventType.INSTANCE);

    /** Events of deployments, and incidents that name them. */
    public static final OutputTag<RoutedEvent> DELIVERIES =
            new OutputTag<>("deliveries", RoutedEventType.INSTANCE);

    /** Events of plans. */
    public static final OutputTag<RoutedEvent> PLANS =
            new OutputTag<>("plans", RoutedEventType.INSTANCE);

    /** Events of commits, and what others say of them. */
    public static final OutputTag<RoutedEvent> COMMITS =
            new OutputTag<>("commits", RoutedEventType.INSTANCE);

    /** Signs of life of the sources, gathered between watermarks. */
    public static final OutputTag<HeardMinutes> BEATS = new OutputTag<>("beats") {};

    /** Accumulator: events on time. */
    public static final String ADMITTED_COUNT = "eventsAdmitted";

    /** Accumulator: arrivals that are no work event. */
    public static final String REJECTED_COUNT = "eventsRejected";

    /** Accumulator: events after the lateness bound. */
    public static final String LATE_COUNT = "eventsLate";

    /** Accumulator: events after the instant at which the clock stops. */
    public static final String AFTER_UNTIL_COUNT = "eventsAfterUntil";

    private final Instant until;
    private transient SourceBeats beats;
    private transient LongCounter events;
    private transient LongCounter rejected;
    private transient LongCounter late;
    private transient LongCounter afterUntil;

    /**
     * @param until where the clock stops, null for never; what happened later is left out and
     *     counted
     */
    public AdmitFunction(Instant until) {
        this.until = until;
    }

    @Override
    public void open(OpenContext context) {
        beats = new SourceBeats();
        events = counter(ADMITTED_COUNT);
        rejected = counter(REJECTED_COUNT);
        late = counter(LATE_COUNT);
        afterUntil = counter(AFTER_UNTIL_COUNT);
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<RoutedEvent> out) {
        if (arrival.event() == null) {
            rejected.add(1L);
            context.output(REJECTED, arrival.rejected());
            return;
        }
        WorkEvent event = arrival.event();
        if (SourceBeats.isOwnClock(event)) {
            return;
        }
        if (until != null && event.occurredAt().isAfter(until)) {
            afterUntil.add(1L);
            return;
        }
        long watermark = context.timerService().currentWatermark();
        if (event.occurredAt().toEpochMilli() <= watermark) {
            late.add(1L);
            Instant now = Instant.ofEpochMilli(watermark);
            context.output(LATE, new LateEvent(event, now, arrival.origin(), arrival.position()));
            return;
        }
        events.add(1L);
        beats.hear(event);
        route(event, context, out);
    }

    @Override
    public void release(Outlet outlet) {
        beats.release(outlet);
    }

    /** One count, seen as a metric while the job runs and as its result when it has ended. */
    private LongCounter counter(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        getRuntimeContext().getMetricGroup().gauge(name, counter::getLocalValuePrimitive);
        return counter;
    }

    private static void route(WorkEvent event, Context context, Collector<RoutedEvent> out) {
        Routes.of(
                event,
                (route, routed) -> {
                    switch (route) {
                        case FOLD -> out.collect(routed);
                        case LINK -> context.output(LINKING, routed);
                        case SESSION -> context.output(SESSIONS, routed);
                        case DELIVERY -> context.output(DELIVERIES, routed);
                        case PLAN -> context.output(PLANS, routed);
                        case COMMIT -> context.output(COMMITS, routed);
                    }
                });
    }
}
