package dev.plumbline.streaming.delivery;

import dev.plumbline.pod.PlanPods;
import dev.plumbline.pod.PlanRule;
import dev.plumbline.pod.PlanStep;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.Waiting;
import dev.plumbline.streaming.WaitingRoom;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells each pod whose items are in a plan when it starts and ends, and what of the pod's is put
 * into it. Facts are held until time has passed them. A plan is evicted when it is closed, or by an
 * event-time timer when nothing was heard of it for {@link Settings#forgetAfter()}.
 */
public final class PlanPodsFunction extends KeyedProcessFunction<String, PodFact, PodFact>
        implements Waiting {

    private static final long serialVersionUID = 1L;

    private static final char SEPARATOR = '\u001f';

    private static final long NOT_SET = Long.MIN_VALUE;

    private final Settings settings;
    private final WaitingRoom<PodFact> room =
            new WaitingRoom<>(
                    "facts",
                    PodFact.class,
                    PodFact::at,
                    (one, other) -> PlanRule.FOLD_ORDER.compare(one, other));
    private transient ValueState<Remembered> remembered;
    private transient MapState<String, String> plannedIn;

    /**
     * A plan.
     *
     * @param forgetAt when it is forgotten if it stays silent
     * @param forgetTimerAt event time of the timer that is set: one, however many facts
     */
    public record Remembered(PlanPods plan, Instant forgetAt, long forgetTimerAt) {}

    public PlanPodsFunction(Settings settings) {
        this.settings = settings;
    }

    /** The key: organisation and plan. */
    public static String key(PodFact fact) {
        return fact.org() + SEPARATOR + fact.subject();
    }

    @Override
    public void open(OpenContext context) {
        room.open(getRuntimeContext());
        remembered =
                getRuntimeContext().getState(new ValueStateDescriptor<>("plan", Remembered.class));
        plannedIn =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("planned-in", Types.STRING, Types.STRING));
    }

    @Override
    public WaitingRoom<PodFact> room() {
        return room;
    }

    @Override
    public void processElement(PodFact fact, Context context, Collector<PodFact> out) {
        room.hold(context.getCurrentKey(), fact);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PodFact> out)
            throws Exception {
        Remembered known = remembered.value();
        long watermark = context.timerService().currentWatermark();
        for (PodFact fact : room.due(context.getCurrentKey(), watermark)) {
            if (known != null && !fact.at().isBefore(known.forgetAt())) {
                known = forget();
            }
            known = hear(known, fact, out);
        }
        if (known != null && known.forgetAt().toEpochMilli() <= timestamp) {
            known = forget();
        }
        if (known == null) {
            remembered.clear();
        } else {
            remembered.update(sleep(known, timestamp, context));
        }
    }

    private Remembered hear(Remembered known, PodFact fact, Collector<PodFact> out)
            throws Exception {
        boolean ofItem = PlanRule.isOfItem(fact);
        PlanPods plan = known == null ? PlanPods.NONE : known.plan();
        String pod = ofItem ? plannedIn.get(fact.item()) : null;
        PlanStep step = PlanRule.next(plan, fact, pod);
        step.facts().forEach(out::collect);
        if (known == null && fact.kind() == PodFactKind.PLAN_ITEM_REMOVED) {
            return null;
        }
        if (fact.kind() == PodFactKind.PLAN_CLOSED) {
            return forget();
        }
        if (fact.kind() == PodFactKind.PLAN_ITEM_ADDED) {
            plannedIn.put(fact.item(), fact.pod());
        } else if (ofItem) {
            plannedIn.remove(fact.item());
        }
        long forgetTimerAt = known == null ? NOT_SET : known.forgetTimerAt();
        return new Remembered(step.plan(), fact.at().plus(settings.forgetAfter()), forgetTimerAt);
    }

    private Remembered forget() {
        plannedIn.clear();
        return null;
    }

    private Remembered sleep(Remembered known, long timestamp, OnTimerContext context) {
        boolean set = known.forgetTimerAt() > timestamp;
        if (set || settings.isOver(known.forgetAt(), context.timerService().currentWatermark())) {
            return known;
        }
        long forgetAt = known.forgetAt().toEpochMilli();
        context.timerService().registerEventTimeTimer(forgetAt);
        return new Remembered(known.plan(), known.forgetAt(), forgetAt);
    }
}
