package dev.plumbline.streaming.drift;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.pod.PodDrift;
import dev.plumbline.pod.PodDriftRule;
import dev.plumbline.pod.PodDriftStep;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.pod.PodFunction;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells the drifts of a pod. Facts come in their order, a stretch of the pod's time at once, as
 * they have been held back where the pod is counted; how time is cut into stretches does not
 * matter. What is known of a pod is evicted by an event-time timer when nothing of it is open and
 * it has been silent for {@link Settings#forgetAfter()}: one timer per pod, which looks again when
 * it fires.
 */
public final class DriftFunction extends KeyedProcessFunction<String, PodStretch, DriftSignal> {

    private static final long serialVersionUID = 1L;

    private final PodDriftRule rule;
    private final Duration forgetAfter;
    private transient ValueState<PodDrift> drift;

    public DriftFunction(Settings settings, Directory directory) {
        this.forgetAfter = settings.forgetAfter();
        this.rule = new PodDriftRule(directory, settings.falseAlarmsPerPodYear(), forgetAfter);
    }

    /** The key, that of the pod. */
    public static String key(PodStretch stretch) {
        return PodFunction.key(stretch.org(), stretch.pod());
    }

    @Override
    public void open(OpenContext context) {
        drift = getRuntimeContext().getState(new ValueStateDescriptor<>("drift", PodDrift.class));
    }

    @Override
    public void processElement(PodStretch stretch, Context context, Collector<DriftSignal> out)
            throws Exception {
        PodDrift before = drift.value();
        if (before == null && stretch.facts().isEmpty()) {
            return;
        }
        PodDrift known = before == null ? PodDrift.of(stretch.org(), stretch.pod()) : before;
        PodDriftStep step = rule.advance(known, stretch);
        step.told().forEach(out::collect);
        drift.update(step.drift());
        if (before == null) {
            Instant lookAgain = stretch.until().plus(forgetAfter);
            context.timerService().registerEventTimeTimer(lookAgain.toEpochMilli());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DriftSignal> out)
            throws Exception {
        PodDrift known = drift.value();
        Instant forgetAt = known.forgetAt(forgetAfter);
        if (forgetAt != null && forgetAt.toEpochMilli() <= timestamp) {
            drift.clear();
            return;
        }
        Instant lookAgain =
                forgetAt == null ? Instant.ofEpochMilli(timestamp).plus(forgetAfter) : forgetAt;
        if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(lookAgain.toEpochMilli());
        }
    }
}
