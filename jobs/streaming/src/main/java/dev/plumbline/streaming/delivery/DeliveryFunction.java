package dev.plumbline.streaming.delivery;

import dev.plumbline.delivery.Deployment;
import dev.plumbline.delivery.DeploymentRule;
import dev.plumbline.delivery.DeploymentStep;
import dev.plumbline.directory.Directory;
import dev.plumbline.pod.DeploymentFacts;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.FoldingFunction;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Folds a deployment and the incidents that name it. Evicted by an event-time timer when it has
 * been silent for {@link Settings#forgetAfter()}.
 */
public final class DeliveryFunction extends FoldingFunction<PodFact> {

    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final Directory directory;
    private transient ValueState<Remembered> remembered;

    /**
     * A deployment.
     *
     * @param forgetAt when it is forgotten if it stays silent
     */
    public record Remembered(Deployment deployment, Instant forgetAt) {}

    public DeliveryFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        remembered =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("deployment", Remembered.class));
    }

    @Override
    protected void fold(
            List<RoutedEvent> due, long timestamp, OnTimerContext context, Collector<PodFact> out)
            throws Exception {
        Remembered known = remembered.value();
        for (RoutedEvent routed : due) {
            boolean lives = known != null && routed.knownAt().isBefore(known.forgetAt());
            Deployment before = lives ? known.deployment() : Deployment.starting(routed.targetId());
            DeploymentStep step = DeploymentRule.next(before, routed.event());
            DeploymentFacts.of(step, routed.event(), directory).forEach(out::collect);
            boolean ended = routed.own() && routed.event().type().evidence();
            if (ended && routed.event().container() != null) {
                out.collect(heard(routed.event()));
            }
            Instant forgetAt = routed.knownAt().plus(settings.forgetAfter());
            known = new Remembered(step.deployment(), forgetAt);
        }
        if (known == null) {
            return;
        }
        long watermark = context.timerService().currentWatermark();
        if (known.forgetAt().toEpochMilli() <= timestamp) {
            remembered.clear();
            return;
        }
        remembered.update(known);
        if (!settings.isOver(known.forgetAt(), watermark)) {
            context.timerService().registerEventTimeTimer(known.forgetAt().toEpochMilli());
        }
    }

    /** The pod that owns the container counts its deployments. */
    private PodFact heard(WorkEvent event) {
        Instant at = event.occurredAt();
        String pod = directory.podOf(null, null, event.container(), at);
        return PracticeFacts.evidenceHeard(event.org(), pod, at, event.container());
    }
}
