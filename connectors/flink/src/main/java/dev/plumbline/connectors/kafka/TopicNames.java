package dev.plumbline.connectors.kafka;

import java.util.List;

/** The names of the topics. Users script against them, so they do not change. */
public final class TopicNames {
    /** Work events in; key: organisation and object id. */
    public static final String EVENTS = "plumbline.events";

    /** What arrived and is no work event, with the reason. */
    public static final String REJECTED = "plumbline.events.rejected";

    public static final String ITEMS = "plumbline.items";
    public static final String HANDOFFS = "plumbline.handoffs";
    public static final String POD_METRICS = "plumbline.pod-metrics";
    public static final String STALLS = "plumbline.stalls";
    public static final String FINDINGS = "plumbline.findings";
    public static final String DRIFT_SIGNALS = "plumbline.drift-signals";

    /** All of them. */
    public static final List<String> ALL =
            List.of(
                    EVENTS,
                    REJECTED,
                    ITEMS,
                    HANDOFFS,
                    POD_METRICS,
                    STALLS,
                    FINDINGS,
                    DRIFT_SIGNALS);

    private TopicNames() {}
}
