package dev.plumbline.streaming.link;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.admit.RoutedEventType;
import dev.plumbline.streaming.item.Gathered;
import dev.plumbline.streaming.verification.PodNews;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * A commit passes what is said of it, checks and deployments, on to its change and its work item,
 * and is judged by whether it has any. Its own push needs no passing on: it names them itself.
 * Evicted by an event-time timer when nothing has been heard of it for {@link
 * Settings#forgetAfter()}.
 */
public final class CommitFunction extends PassingFunction implements Gathering {

    private static final long serialVersionUID = 1L;

    /** What concerns a change, for the change to pass it on to its items in turn. */
    public static final OutputTag<RoutedEvent> OF_CHANGES =
            new OutputTag<>("of-changes", RoutedEventType.INSTANCE);

    /** What pods count of commits. */
    public static final OutputTag<PodFact> FACTS = new OutputTag<>("commit-facts") {};

    /** Orphans, for the pod to hear first. */
    public static final OutputTag<PodNews> NEWS = new OutputTag<>("commit-news") {};

    private final Settings settings;
    private final Directory directory;
    private final CommitJudge judge;
    private transient ValueState<CommitMemory> memory;
    private transient Gathered gathered;

    public CommitFunction(Settings settings, Directory directory) {
        super(settings.forgetAfter());
        this.settings = settings;
        this.directory = directory;
        this.judge = new CommitJudge(directory, settings.forgetAfter());
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        memory =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("commit", CommitMemory.class));
        gathered = new Gathered(directory);
    }

    @Override
    public void release(Outlet outlet) {
        gathered.release(outlet);
    }

    @Override
    protected void fold(
            List<RoutedEvent> due,
            long timestamp,
            OnTimerContext context,
            Collector<RoutedEvent> out)
            throws Exception {
        super.fold(due, timestamp, context, out);
        CommitJudge.Outlet outlet =
                new CommitJudge.Outlet(
                        fact -> context.output(FACTS, fact),
                        news -> context.output(NEWS, news),
                        gathered::addWork);
        String org = organisation(context.getCurrentKey());
        CommitMemory known = memory.value();
        for (RoutedEvent routed : due) {
            known = judge.passed(known, org, routed.knownAt().minusMillis(1), outlet);
            known = judge.hear(known, routed, outlet);
        }
        long watermark = context.timerService().currentWatermark();
        Instant now = settings.reached(watermark);
        known = judge.passed(known, org, now, outlet);
        if (known != null && !known.forgetAt().isAfter(now)) {
            judge.forget(known, org, outlet);
            known = null;
        }
        if (known == null) {
            memory.clear();
            return;
        }
        memory.update(known);
        Instant wakeAt = judge.nextDeadline(known);
        Instant next = wakeAt == null ? known.forgetAt() : wakeAt;
        if (!settings.isOver(next, watermark)) {
            context.timerService().registerEventTimeTimer(next.toEpochMilli());
        }
    }

    @Override
    boolean leadsOn(Link link) {
        return link.carriesWork();
    }

    @Override
    boolean passesOn(RoutedEvent routed) {
        return !routed.own()
                && routed.event().objectType() != ObjectType.CHANGE
                && routed.event().type().evidence();
    }

    @Override
    void send(RoutedEvent onward, OnTimerContext context, Collector<RoutedEvent> out) {
        out.collect(onward);
        if (onward.targetType() == ObjectType.CHANGE) {
            context.output(OF_CHANGES, onward);
        }
    }

    private static String organisation(String key) {
        return key.substring(0, key.indexOf('\u001f'));
    }
}
