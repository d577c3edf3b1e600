package dev.plumbline.streaming.session;

import dev.plumbline.directory.Directory;
import dev.plumbline.item.Session;
import dev.plumbline.item.SessionFold;
import dev.plumbline.pod.PodFact;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.item.FoldingFunction;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.time.Days;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells the pods of the silences of their agents' sessions. Evicted by an event-time timer when a
 * session has been silent for {@link Settings#forgetAfter()}.
 */
public final class SessionFunction extends FoldingFunction<SilenceFact> {

    private static final long serialVersionUID = 1L;

    /** Gaps between an agent's signs of work. */
    public static final OutputTag<PodGaps> GAPS = new OutputTag<>("session-gaps") {};

    /** Which sessions ought to move, for their pods to count. */
    public static final OutputTag<PodFact> FACTS = new OutputTag<>("session-facts") {};

    private static final long NOT_SET = Long.MIN_VALUE;

    private final Settings settings;
    private final SessionFold fold;
    private final Days days;
    private transient ValueState<Remembered> remembered;

    /**
     * A session.
     *
     * @param forgetTimerAt event time of the forget timer that is set: one, however many events
     */
    public record Remembered(Session session, long forgetTimerAt) {}

    public SessionFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.fold = new SessionFold(directory, settings.forgetAfter());
        this.days = new Days(directory.zone());
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        remembered =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("session", Remembered.class));
    }

    @Override
    protected void fold(
            List<RoutedEvent> due,
            long timestamp,
            OnTimerContext context,
            Collector<SilenceFact> out)
            throws Exception {
        Remembered before = remembered.value();
        Session current = before == null ? null : before.session();
        for (RoutedEvent routed : due) {
            if (current != null) {
                current = pass(current, routed.knownAt().minusMillis(1), out);
            }
            if (current != null && isForgotten(current, routed.knownAt())) {
                current = forget(current, context, out);
            }
            if (current == null) {
                current = Session.starting(routed.event().org(), routed.targetId());
            }
            SessionFold.Step step = fold.fold(current, routed.event());
            current = step.session();
            tell(current, step, context, out);
        }
        if (current == null) {
            return;
        }
        Instant now = settings.reached(context.timerService().currentWatermark());
        current = pass(current, now, out);
        if (isForgotten(current, now)) {
            forget(current, context, out);
            remembered.clear();
            return;
        }
        long forgetTimerAt = before == null ? NOT_SET : before.forgetTimerAt();
        remembered.update(
                new Remembered(current, sleep(current, forgetTimerAt, timestamp, context)));
    }

    private Session forget(Session known, OnTimerContext context, Collector<SilenceFact> out) {
        SilenceFact over = fold.forgotten(known);
        if (over != null) {
            out.collect(over);
        }
        PodFact unwatched = fold.unwatched(known);
        if (unwatched != null) {
            context.output(FACTS, unwatched);
        }
        return null;
    }

    private boolean isForgotten(Session known, Instant at) {
        return !fold.forgetAt(known).isAfter(at);
    }

    private Session pass(Session current, Instant until, Collector<SilenceFact> out) {
        Instant wakeAt = fold.wakeAt(current);
        if (wakeAt == null || wakeAt.isAfter(until)) {
            return current;
        }
        SessionFold.Step step = fold.passed(current);
        out.collect(step.silence());
        return step.session();
    }

    private void tell(
            Session current,
            SessionFold.Step step,
            OnTimerContext context,
            Collector<SilenceFact> out) {
        if (step.silence() != null) {
            out.collect(step.silence());
        }
        step.facts().forEach(fact -> context.output(FACTS, fact));
        GapSums sums = step.gap() == null ? GapSums.NONE : GapSums.of(step.gap().effectiveMillis());
        if (sums.n() > 0) {
            context.output(
                    GAPS,
                    new PodGaps(
                            current.org(),
                            step.gap().pod(),
                            step.gap().stratum(),
                            days.of(step.gap().at()),
                            sums));
        }
    }

    private long sleep(
            Session current, long forgetTimerAt, long timestamp, OnTimerContext context) {
        long watermark = context.timerService().currentWatermark();
        Instant wakeAt = fold.wakeAt(current);
        if (wakeAt != null && !settings.isOver(wakeAt, watermark)) {
            context.timerService().registerEventTimeTimer(wakeAt.toEpochMilli());
        }
        Instant forgetAt = fold.forgetAt(current);
        if (forgetTimerAt > timestamp || settings.isOver(forgetAt, watermark)) {
            return forgetTimerAt;
        }
        context.timerService().registerEventTimeTimer(forgetAt.toEpochMilli());
        return forgetAt.toEpochMilli();
    }
}
