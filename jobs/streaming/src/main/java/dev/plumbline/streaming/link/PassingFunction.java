package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.FoldingFunction;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * An object that remembers what it is linked to and passes on what happens to it, from the moment
 * the link is known; what proves or disproves its work is told even if it happened before. Evicted
 * by one event-time timer, which goes to sleep again if the object has not been silent for {@code
 * forgetAfter}.
 */
abstract class PassingFunction extends FoldingFunction<RoutedEvent> {

    private static final long serialVersionUID = 1L;

    private final long forgetAfterMillis;
    private transient ValueState<Linked> linked;

    PassingFunction(Duration forgetAfter) {
        this.forgetAfterMillis = forgetAfter.toMillis();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        linked = getRuntimeContext().getState(new ValueStateDescriptor<>("linked", Linked.class));
    }

    /** Whether a link of the object leads to something it passes its work on to. */
    abstract boolean leadsOn(Link link);

    /** Whether a target hears of it where the link is known already. */
    abstract boolean passesOn(RoutedEvent routed);

    /** Sends it to a target. */
    abstract void send(RoutedEvent onward, OnTimerContext context, Collector<RoutedEvent> out);

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
            known = known.at(routed.knownAt().toEpochMilli(), forgetAfterMillis);
            known = hear(known, routed, context, out);
        }
        if (known.isEmpty() || known.forgetAtMillis() <= timestamp) {
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

    private Linked hear(
            Linked before, RoutedEvent routed, OnTimerContext context, Collector<RoutedEvent> out) {
        Linked known = before;
        for (Target target : targets(routed)) {
            if (known.knows(target) && !target.mergeCommit()) {
                continue;
            }
            for (RoutedEvent proof : known.evidence()) {
                send(onward(proof, target, routed.knownAt()), context, out);
            }
            known = known.with(target);
        }
        if (passesOn(routed)) {
            for (Target target : known.targets()) {
                send(onward(routed, target, routed.knownAt()), context, out);
            }
        }
        return isProof(routed) ? known.keeping(routed) : known;
    }

    /** Whether it says something of the object itself, not of what it is linked to. */
    private static boolean isProof(RoutedEvent routed) {
        WorkEvent event = routed.event();
        boolean tellsOfLink = !routed.own() && event.objectType() == ObjectType.WORK_ITEM;
        boolean changeTells = !routed.own() && event.objectType() == ObjectType.CHANGE;
        return event.type().evidence() && !tellsOfLink && !changeTells;
    }

    private List<Target> targets(RoutedEvent routed) {
        WorkEvent event = routed.event();
        List<Target> found = new ArrayList<>(1);
        if (routed.own()) {
            for (Link link : event.links()) {
                if (link.type() != null && leadsOn(link)) {
                    found.add(Target.of(link));
                }
            }
        } else if (event.objectType() == ObjectType.WORK_ITEM) {
            found.add(new Target(ObjectType.WORK_ITEM, event.objectId(), false));
        } else if (event.objectType() == ObjectType.CHANGE) {
            found.add(new Target(ObjectType.CHANGE, event.objectId(), isMergedAs(routed)));
        }
        return found;
    }

    private static boolean isMergedAs(RoutedEvent routed) {
        return routed.event().links().stream()
                .anyMatch(
                        link ->
                                link.rel().equals(Link.MERGED_AS)
                                        && link.id().equals(routed.targetId()));
    }

    private static RoutedEvent onward(RoutedEvent routed, Target target, Instant knownAt) {
        WorkEvent event = routed.event();
        boolean mergeCommit =
                target.mergeCommit() || (routed.via() != null && routed.via().mergeCommit());
        Via via =
                routed.own() ? null : new Via(routed.targetType(), routed.targetId(), mergeCommit);
        return RoutedEvent.linked(target.type(), target.id(), event, via, knownAt);
    }
}
