package dev.plumbline.streaming.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.handoff.HandoffRule;
import dev.plumbline.handoff.OpenHandoff;
import dev.plumbline.item.ItemFold;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.ItemStep;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.pod.PodFact;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.admit.RoutedEvent;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Folds the events of an item once the watermark has passed them. Handoffs are published when they
 * end, the item and what is open on it at the next publication. Evicted by an event-time timer when
 * a finished item has been silent for {@link Settings#forgetAfter()}; open items, and those with a
 * handoff that waits, stay.
 */
public final class ItemFunction extends FoldingFunction<PodFact> {

    private static final long serialVersionUID = 1L;

    /** Items as they are published. */
    public static final OutputTag<ItemSnapshot> ITEMS = new OutputTag<>("items") {};

    /** Handoffs as they are published. */
    public static final OutputTag<PublishedHandoff> HANDOFFS = new OutputTag<>("handoffs") {};

    private final Settings settings;
    private final Directory directory;
    private final ItemFold fold;
    private transient ValueState<ItemMemory> memory;

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
    }

    @Override
    protected void fold(
            List<RoutedEvent> due, long timestamp, OnTimerContext context, Collector<PodFact> out)
            throws Exception {
        ItemMemory before = memory.value();
        ItemMemory current = before;
        if (!due.isEmpty()) {
            current = remember(foldAll(current, due, context, out), context);
        }
        if (current == null) {
            return;
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

    private ItemMemory foldAll(
            ItemMemory current,
            List<RoutedEvent> due,
            OnTimerContext context,
            Collector<PodFact> out) {
        RoutedEvent first = due.get(0);
        ItemTimeline timeline =
                current == null
                        ? fold.start(first.event().org(), first.targetType(), first.targetId())
                        : current.timeline();
        for (RoutedEvent routed : due) {
            ItemStep step = fold.fold(timeline, routed.event(), routed.own());
            timeline = step.timeline();
            step.facts().forEach(out::collect);
            for (Handoff handoff : step.ended()) {
                context.output(HANDOFFS, published(timeline, handoff));
            }
        }
        return current == null
                ? new ItemMemory(timeline, ItemMemory.NOT_DUE, ItemMemory.NOT_DUE)
                : current.with(timeline);
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
