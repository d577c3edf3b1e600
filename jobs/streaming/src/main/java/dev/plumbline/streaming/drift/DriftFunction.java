package dev.plumbline.streaming.drift;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.pod.PodDrift;
import dev.plumbline.pod.PodDriftRule;
import dev.plumbline.pod.PodDriftStep;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.pod.PodFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells the drifts of a pod, and what is known of it. Facts come in their order, a stretch of the
 * pod's time at once, as they have been held back where the pod is counted; how time is cut into
 * stretches does not matter. Where nothing is open the pod may not be counted any more when its
 * next working day ends: a timer of its own lets that day end. What is known of a pod is evicted by
 * an event-time timer when nothing of it is open and it has been silent for {@link
 * Settings#forgetAfter()}: one timer per pod, which looks again when it fires.
 */
public final class DriftFunction extends KeyedProcessFunction<String, PodStretch, DriftSignal> {

    private static final long serialVersionUID = 1L;

    /** What is known of the watched metrics, whether they alarm or not. */
    public static final OutputTag<DriftEvidence> EVIDENCE = new OutputTag<>("evidence") {};

    private final Settings settings;
    private final PodDriftRule rule;
    private final Duration forgetAfter;
    private transient ValueState<PodDrift> drift;
    private transient ValueState<Instant> look;

    public DriftFunction(Settings settings, Directory directory) {
        this.settings = settings;
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
        look = getRuntimeContext().getState(new ValueStateDescriptor<>("look", Types.INSTANT));
    }

    @Override
    public void processElement(PodStretch stretch, Context context, Collector<DriftSignal> out)
            throws Exception {
        PodDrift before = drift.value();
        if (before == null && stretch.facts().isEmpty()) {
            return;
        }
        PodDrift known = before == null ? PodDrift.of(stretch.org(), stretch.pod()) : before;
        tell(rule.advance(known, stretch), context, out);
        if (before == null) {
            lookAgain(drift.value(), stretch.until(), context.timerService());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DriftSignal> out)
            throws Exception {
        PodDrift known = drift.value();
        Instant now = Instant.ofEpochMilli(timestamp);
        if (known == null || settings.isOver(now, context.timerService().currentWatermark())) {
            return;
        }
        Instant tick = rule.nextTick(known);
        if (tick != null && !tick.isAfter(now) && !known.isWaiting()) {
            PodStretch quiet = new PodStretch(known.org(), known.pod(), List.of(), now, List.of());
            tell(rule.advance(known, quiet), context, out);
        }
        if (!now.equals(look.value())) {
            return;
        }
        known = drift.value();
        Instant forgetAt = known.forgetAt(forgetAfter);
        if (forgetAt != null && !forgetAt.isAfter(now)) {
            tell(rule.forget(known), context, out);
            drift.clear();
            look.clear();
            return;
        }
        lookAgain(known, now, context.timerService());
    }

    private void tell(PodDriftStep step, Context context, Collector<DriftSignal> out)
            throws Exception {
        step.told().forEach(out::collect);
        step.evidence().forEach(row -> context.output(EVIDENCE, row));
        drift.update(step.drift());
        Instant tick = step.drift().isWaiting() ? null : rule.nextTick(step.drift());
        if (tick != null) {
            wakeAt(tick, context.timerService());
        }
    }

    private void lookAgain(PodDrift known, Instant now, TimerService timers) throws Exception {
        Instant forgetAt = known.forgetAt(forgetAfter);
        Instant at = forgetAt == null ? now.plus(forgetAfter) : forgetAt;
        look.update(at);
        wakeAt(at, timers);
    }

    private void wakeAt(Instant at, TimerService timers) {
        if (!settings.isOver(at, timers.currentWatermark())) {
            timers.registerEventTimeTimer(at.toEpochMilli());
        }
    }
}
