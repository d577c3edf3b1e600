package dev.plumbline.streaming.delivery;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.FoldingFunction;
import dev.plumbline.work.EventType;
import dev.plumbline.work.WorkEvent;
import java.util.List;
import org.apache.flink.util.Collector;

/**
 * Tells when plans start and end, for the pod that owns their container. Keeps nothing but what it
 * holds back until time has passed it: told twice, a plan has started once.
 */
public final class PlanFunction extends FoldingFunction<PodFact> {

    private static final long serialVersionUID = 1L;

    private final Directory directory;

    public PlanFunction(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected void fold(
            List<RoutedEvent> due, long timestamp, OnTimerContext context, Collector<PodFact> out) {
        for (RoutedEvent routed : due) {
            WorkEvent event = routed.event();
            boolean told =
                    event.type() == EventType.PLAN_STARTED || event.type() == EventType.PLAN_CLOSED;
            if (told) {
                String pod = directory.podOf(null, null, event.container(), event.occurredAt());
                out.collect(PracticeFacts.plan(pod, event));
            }
        }
    }
}
