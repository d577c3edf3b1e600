package dev.plumbline.streaming.debt;

import dev.plumbline.debt.DebtEntry;
import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.DebtRule;
import dev.plumbline.debt.DebtStep;
import dev.plumbline.debt.PodDebt;
import dev.plumbline.debt.PodHealth;
import dev.plumbline.directory.Directory;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.UpToDate;
import dev.plumbline.streaming.Waiting;
import dev.plumbline.streaming.WaitingRoom;
import dev.plumbline.time.Days;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the ledger of the hours a pod loses, day by day. Facts wait to the end of their day, so
 * that a pod is looked at once a day, with one timer. A pod is evicted when nothing of it is open,
 * nothing was owed for a week and what its episodes took is older than eight weeks.
 *
 * <p>Entries go out when they close; open ones at the end of each day of a job that never ends, and
 * where the clock stops. Where the stream ends and no instant was given at which the clock stops,
 * it ends with the day of the pod's last fact.
 */
public final class DebtFunction extends KeyedProcessFunction<String, DebtFact, PodHealth>
        implements Waiting {

    private static final long serialVersionUID = 1L;

    /** Rows of the ledger. */
    public static final OutputTag<DebtEntry> ENTRIES = new OutputTag<>("debt-entries") {};

    private static final char SEPARATOR = '\u001f';

    private final Settings settings;
    private final Directory directory;
    private final Days days;
    private final WaitingRoom<DebtFact> room;
    private final UpToDate upToDate = new UpToDate();
    private transient ValueState<PodDebt> debt;

    public DebtFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
        Days ofOrganisation = new Days(directory.zone());
        this.days = ofOrganisation;
        Instant until = settings.until();
        this.room =
                new WaitingRoom<>(
                        "debt-facts",
                        DebtFact.class,
                        fact -> dueAt(fact, ofOrganisation, until),
                        (one, other) -> DebtFact.FOLD_ORDER.compare(one, other));
    }

    /** The key: organisation and pod. */
    public static String key(DebtFact fact) {
        return fact.org() + SEPARATOR + fact.pod();
    }

    /** At the end of its day, or where the clock stops within it. */
    private static Instant dueAt(DebtFact fact, Days days, Instant until) {
        Instant endOfDay = days.start(days.of(fact.at()) + 1);
        return until == null || endOfDay.isBefore(until) ? endOfDay : until;
    }

    @Override
    public void open(OpenContext context) {
        room.open(getRuntimeContext());
        debt = getRuntimeContext().getState(new ValueStateDescriptor<>("pod-debt", PodDebt.class));
    }

    @Override
    public WaitingRoom<DebtFact> room() {
        return room;
    }

    @Override
    public void processElement(DebtFact fact, Context context, Collector<PodHealth> out) {
        room.hold(context.getCurrentKey(), fact);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PodHealth> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        if (upToDate.was(context.getCurrentKey(), watermark)) {
            return;
        }
        List<DebtFact> due = room.due(context.getCurrentKey(), watermark);
        PodDebt before = debt.value();
        if (before == null && due.isEmpty()) {
            return;
        }
        PodDebt known = before == null ? PodDebt.of(due.get(0).org(), due.get(0).pod()) : before;
        boolean streamEnds = watermark == Watermark.MAX_WATERMARK.getTimestamp();
        boolean last = settings.until() != null && !settings.until().isAfter(at(watermark));
        boolean drained = streamEnds && !last;
        Instant now = drained ? endOfLastDay(due, timestamp) : settings.reached(watermark);
        DebtRule rule = new DebtRule(days, directory.calendarOf(known.pod()));
        DebtStep step = rule.advance(known, due, now, settings.publishEvery() != null || drained);
        tell(step, context, out);
        if (last) {
            tell(rule.atTheEnd(step.pod(), now), context, out);
            debt.clear();
            return;
        }
        if (step.pod().isIdle()) {
            debt.clear();
            return;
        }
        debt.update(step.pod());
        Instant wakeAt = rule.wakeAt(step.pod());
        if (wakeAt != null && !streamEnds) {
            context.timerService().registerEventTimeTimer(wakeAt.toEpochMilli());
        }
    }

    private static Instant at(long watermark) {
        return Instant.ofEpochMilli(watermark);
    }

    private Instant endOfLastDay(List<DebtFact> due, long timestamp) {
        if (due.isEmpty()) {
            return at(timestamp);
        }
        return days.start(days.of(due.get(due.size() - 1).at()) + 1);
    }

    private static void tell(DebtStep step, OnTimerContext context, Collector<PodHealth> out) {
        step.entries().forEach(entry -> context.output(ENTRIES, entry));
        step.health().forEach(out::collect);
    }
}
