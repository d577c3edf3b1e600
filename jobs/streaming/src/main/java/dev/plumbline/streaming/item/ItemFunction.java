package dev.plumbline.streaming.item;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.directory.Directory;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.handoff.HandoffRule;
import dev.plumbline.handoff.OpenHandoff;
import dev.plumbline.item.Heard;
import dev.plumbline.item.ItemFold;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.ItemStep;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.pod.PlanRule;
import dev.plumbline.pod.PodFact;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.streaming.verification.PodNews;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Folds the events of an item once the watermark has passed them, and what time alone changes in
 * between: silences that have become long enough to be told, graces that are over. Handoffs are
 * published when they end, the item and what is open on it at the next publication. Evicted by an
 * event-time timer when a finished item has been silent for {@link Settings#forgetAfter()}; open
 * items, and those with a handoff that waits, stay.
 */
public final class ItemFunction extends FoldingFunction<PodFact> implements Gathering {

    private static final long serialVersionUID = 1L;

    /** Items as they are published. */
    public static final OutputTag<ItemSnapshot> ITEMS = new OutputTag<>("items") {};

    /** Handoffs as they are published. */
    public static final OutputTag<PublishedHandoff> HANDOFFS = new OutputTag<>("handoffs") {};

    /** Gaps between signs of work, summed by pod, stratum and day. */
    public static final OutputTag<PodGaps> GAPS = new OutputTag<>("gaps") {};

    /** Silences that have lasted beyond their floor, and their ends. */
    public static final OutputTag<SilenceFact> SILENCES = new OutputTag<>("silences") {};

    /** What is found of claims and evidence, for the pod to hear first. */
    public static final OutputTag<PodNews> NEWS = new OutputTag<>("pod-news") {};

    /** What is put into plans, and taken out, for the plan to hear first. */
    public static final OutputTag<PodFact> PLANNED = new OutputTag<>("planned") {};

    /** What opens and ends on the item that can cost its pods time. */
    public static final OutputTag<DebtFact> DEBTS = new OutputTag<>("item-debts") {};

    private final Settings settings;
    private final Directory directory;
    private final ItemFold fold;
    private transient ValueState<ItemMemory> memory;
    private transient Gathered gathered;

    /**
     * @param directory for accounts that are pseudonyms
     */
    public ItemFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
        this.fold = new ItemFold(directory, settings.forgetAfter());
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        memory = getRuntimeContext().getState(new ValueStateDescriptor<>("item", ItemMemory.class));
        gathered = new Gathered(directory);
    }

    @Override
    public void release(Outlet outlet) {
        gathered.release(outlet);
    }

    @Override
    protected void fold(
            List<RoutedEvent> due, long timestamp, OnTimerContext context, Collector<PodFact> out)
            throws Exception {
        ItemMemory before = memory.value();
        ItemMemory current = before;
        if (current == null && due.isEmpty()) {
            return;
        }
        Instant now = settings.reached(context.timerService().currentWatermark());
        current = wake(foldAll(current, due, now, context, out), timestamp, context);
        if (!due.isEmpty()) {
            current = remember(current, context);
        }
        if (isDue(current.publishAt(), timestamp)) {
            publish(current.timeline(), context);
            current = current.publishingAt(ItemMemory.NOT_DUE);
        }
        if (isDue(current.forgetTimerAt(), timestamp)) {
            current = forgetOrSleep(current, timestamp, context);
        }
        if (current == null) {
            memory.clear();
        } else if (!current.equals(before)) {
            memory.update(current);
        }
    }

    /** Folds events and the time between and after them, up to now. */
    private ItemMemory foldAll(
            ItemMemory current,
            List<RoutedEvent> due,
            Instant now,
            OnTimerContext context,
            Collector<PodFact> out) {
        ItemTimeline timeline = current == null ? start(due.get(0)) : current.timeline();
        for (RoutedEvent routed : due) {
            timeline = pass(timeline, routed.knownAt(), false, context, out);
            Heard heard = new Heard(routed.event(), routed.own(), routed.via(), routed.knownAt());
            Instant heardBefore = timeline.lastOwnEventAt();
            ItemStep step = fold.fold(timeline, heard);
            timeline = step.timeline();
            tell(step, context, out);
            if (step.counted()) {
                gathered.addWork(routed.event());
                gathered.addHeard(timeline, heardBefore, step.pod());
            } else if (!routed.own()) {
                gathered.addHeard(timeline, heard);
            }
        }
        timeline = pass(timeline, now, true, context, out);
        return current == null ? ItemMemory.of(timeline) : current.with(timeline);
    }

    private ItemTimeline start(RoutedEvent first) {
        return fold.start(first.event().org(), first.targetType(), first.targetId());
    }

    private ItemTimeline pass(
            ItemTimeline timeline,
            Instant until,
            boolean included,
            OnTimerContext context,
            Collector<PodFact> out) {
        ItemTimeline current = timeline;
        Instant next = fold.wakeAt(current);
        while (next != null && (next.isBefore(until) || (included && next.equals(until)))) {
            ItemStep step = fold.passed(current, next);
            current = step.timeline();
            tell(step, context, out);
            next = fold.wakeAt(current);
        }
        return current;
    }

    private void tell(ItemStep step, OnTimerContext context, Collector<PodFact> out) {
        ItemTimeline timeline = step.timeline();
        for (PodFact fact : step.facts()) {
            if (PlanRule.isOfItem(fact)) {
                context.output(PLANNED, fact);
            } else {
                out.collect(fact);
            }
        }
        step.debts().forEach(fact -> context.output(DEBTS, fact));
        for (Handoff handoff : step.ended()) {
            context.output(HANDOFFS, published(timeline, handoff));
        }
        if (step.signs().gap() != null) {
            gathered.add(timeline.org(), step.signs().gap());
        }
        step.signs().silences().forEach(fact -> context.output(SILENCES, fact));
        PodNews.of(timeline, step.signs(), directory).forEach(news -> context.output(NEWS, news));
    }

    /**
     * One timer for what time alone changes; it is set anew only when it fires or comes earlier.
     */
    private ItemMemory wake(ItemMemory current, long timestamp, OnTimerContext context) {
        Instant wakeAt = fold.wakeAt(current.timeline());
        boolean fired = isDue(current.wakeTimerAt(), timestamp);
        if (wakeAt == null || settings.isOver(wakeAt, context.timerService().currentWatermark())) {
            return fired ? current.wakingAt(ItemMemory.NOT_DUE) : current;
        }
        long at = wakeAt.toEpochMilli();
        boolean set = current.wakeTimerAt() != ItemMemory.NOT_DUE && !fired;
        if (set && current.wakeTimerAt() <= at) {
            return current;
        }
        context.timerService().registerEventTimeTimer(at);
        return current.wakingAt(at);
    }

    private ItemMemory remember(ItemMemory current, OnTimerContext context) {
        ItemMemory next = current;
        if (next.publishAt() == ItemMemory.NOT_DUE) {
            long lastEvent = next.timeline().lastEventAt().toEpochMilli();
            long publishAt = settings.nextPublication(lastEvent);
            context.timerService().registerEventTimeTimer(publishAt);
            next = next.publishingAt(publishAt);
        }
        Instant forgetAt = fold.forgetAt(next.timeline());
        if (forgetAt != null && next.forgetTimerAt() == ItemMemory.NOT_DUE) {
            context.timerService().registerEventTimeTimer(forgetAt.toEpochMilli());
            next = next.forgettingAt(forgetAt.toEpochMilli());
        }
        return next;
    }

    private void publish(ItemTimeline timeline, OnTimerContext context) {
        if (!timeline.isListed()) {
            return;
        }
        context.output(ITEMS, ItemSnapshot.of(timeline, directory));
        for (OpenHandoff open : timeline.handoffs().open()) {
            context.output(HANDOFFS, published(timeline, HandoffRule.stillOpen(open)));
        }
    }

    /** The forget timer carries no truth: the item may have been reopened or touched since. */
    private ItemMemory forgetOrSleep(ItemMemory current, long timestamp, OnTimerContext context) {
        Instant forgetAt = fold.forgetAt(current.timeline());
        if (forgetAt == null) {
            return current.forgettingAt(ItemMemory.NOT_DUE);
        }
        if (forgetAt.toEpochMilli() > timestamp) {
            context.timerService().registerEventTimeTimer(forgetAt.toEpochMilli());
            return current.forgettingAt(forgetAt.toEpochMilli());
        }
        if (current.publishAt() != ItemMemory.NOT_DUE) {
            publish(current.timeline(), context);
            context.timerService().deleteEventTimeTimer(current.publishAt());
        }
        return null;
    }

    private static boolean isDue(long setFor, long timestamp) {
        return setFor != ItemMemory.NOT_DUE && setFor <= timestamp;
    }

    private static PublishedHandoff published(ItemTimeline timeline, Handoff handoff) {
        return new PublishedHandoff(timeline.org(), timeline.type(), timeline.id(), handoff);
    }
}
