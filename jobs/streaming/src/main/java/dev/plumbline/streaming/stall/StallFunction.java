package dev.plumbline.streaming.stall;

import dev.plumbline.debt.Baseline;
import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.DebtFactKind;
import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import dev.plumbline.stall.PodWatch;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.Stall;
import dev.plumbline.stall.StallRule;
import dev.plumbline.stall.StallStep;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.HeldBack;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.UpToDate;
import dev.plumbline.time.Days;
import dev.plumbline.work.Party;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells the stalls of a pod by timers at the instants at which its silences become improbable under
 * its own history. Priors come by broadcast, one a day: when the clock of this operator has passed
 * the beginning of a day, those of the day are here. A pod is evicted when nothing of it is silent
 * and its gaps are older than eight weeks; a prior when the next one is in force.
 *
 * <p>Where the stream ends and no instant was given at which the clock stops, it ends with the last
 * fact of the pod: nothing is told of what would have come.
 */
public final class StallFunction
        extends KeyedBroadcastProcessFunction<String, StallNews, DayPrior, Stall> {

    private static final long serialVersionUID = 1L;

    /** Priors by organisation and stratum. */
    public static final MapStateDescriptor<String, PriorDays> PRIORS =
            new MapStateDescriptor<>("priors", Types.STRING, TypeInformation.of(PriorDays.class));

    /** What the pod counts of its stalls. */
    public static final OutputTag<PodFact> FACTS = new OutputTag<>("stall-facts") {};

    /** What the pod's ledger hears of them. */
    public static final OutputTag<DebtFact> DEBTS = new OutputTag<>("stall-debts") {};

    private static final char SEPARATOR = '\u001f';

    private final Settings settings;
    private final Directory directory;
    private final Days days;
    private final HeldBack<SilenceFact> held =
            new HeldBack<>(
                    "silences",
                    SilenceFact.class,
                    SilenceFact::at,
                    (one, other) -> SilenceFact.FOLD_ORDER.compare(one, other));
    private final UpToDate upToDate = new UpToDate();
    private transient ValueState<PodWatch> watch;

    public StallFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
        this.days = new Days(directory.zone());
    }

    @Override
    public void open(OpenContext context) {
        held.open(getRuntimeContext());
        watch =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("pod-watch", PodWatch.class));
    }

    @Override
    public void processBroadcastElement(DayPrior prior, Context context, Collector<Stall> out)
            throws Exception {
        String key = prior.org() + SEPARATOR + prior.stratum().key();
        PriorDays before = context.getBroadcastState(PRIORS).get(key);
        long watermark = context.currentWatermark();
        boolean clock = watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE;
        long today = clock ? days.of(Instant.ofEpochMilli(watermark)) : Long.MIN_VALUE;
        context.getBroadcastState(PRIORS)
                .put(key, (before == null ? PriorDays.NONE : before).with(prior, today));
    }

    @Override
    public void processElement(StallNews news, ReadOnlyContext context, Collector<Stall> out)
            throws Exception {
        if (news.silence() != null) {
            held.hold(news.silence(), context.timerService());
            return;
        }
        PodWatch known = watch.value();
        PodGaps gaps = news.gaps();
        PodWatch current = known == null ? PodWatch.of(news.org(), news.pod()) : known;
        current.add(gaps.stratum(), gaps.day(), gaps.sums());
        watch.update(current);
        if (known == null) {
            sleep(rule(current, context).wakeAt(current), context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Stall> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        boolean drained = watermark == Long.MAX_VALUE && settings.until() == null;
        if (!drained && upToDate.was(context.getCurrentKey(), watermark)) {
            return;
        }
        Instant now = drained ? Instant.ofEpochMilli(timestamp) : settings.reached(watermark);
        List<SilenceFact> due = held.due(now, context.timerService());
        PodWatch known = watch.value();
        if (due.isEmpty() && (known == null || drained)) {
            return;
        }
        if (known == null) {
            known = PodWatch.of(due.get(0).org(), due.get(0).pod());
        }
        StallRule rule = rule(known, context);
        StallStep step = rule.advance(known, due, now);
        Set<String> untold = new HashSet<>(step.detected());
        for (Stall stall : step.changed()) {
            out.collect(stall);
            tellPod(stall, untold.remove(stall.id()), context);
        }
        if (step.watch().isIdle()) {
            watch.clear();
            return;
        }
        watch.update(step.watch());
        sleep(rule.wakeAt(step.watch()), context);
    }

    private static void tellPod(Stall stall, boolean isNew, ReadOnlyContext context) {
        String item = stall.objectType().word() + ':' + stall.objectId();
        Party owner = new Party("", stall.ownerKind(), null);
        Stratum stratum = Stratum.of(stall.objectType(), stall.state(), stall.ownerKind());
        boolean elapsed = Patience.of(stratum) == Patience.AGENTS;
        if (isNew) {
            context.output(DEBTS, debt(stall, DebtFactKind.OPENED, stall.detectedAt(), elapsed));
            context.output(
                    FACTS,
                    PracticeFacts.stallOpened(
                            stall.org(),
                            stall.pod(),
                            stall.detectedAt(),
                            item,
                            stall.id(),
                            owner,
                            elapsed));
        }
        if (stall.endedAt() != null) {
            context.output(DEBTS, debt(stall, DebtFactKind.ENDED, stall.endedAt(), elapsed));
            context.output(
                    FACTS,
                    PracticeFacts.stallEnded(
                            stall.org(), stall.pod(), stall.endedAt(), item, stall.id(), owner));
        }
    }

    /** Against the habits of others nothing is owed. */
    private static DebtFact debt(Stall stall, DebtFactKind kind, Instant at, boolean elapsed) {
        Long median = stall.baselineN() < Baseline.ENOUGH ? null : stall.medianSeconds();
        return DebtFact.ofStall(
                stall.org(),
                stall.pod(),
                kind,
                at,
                stall.objectType().word(),
                stall.objectId(),
                stall.id(),
                stall.silentSince(),
                elapsed,
                median);
    }

    private void sleep(Instant wakeAt, ReadOnlyContext context) {
        if (wakeAt == null || settings.isOver(wakeAt, context.timerService().currentWatermark())) {
            return;
        }
        context.timerService().registerEventTimeTimer(wakeAt.toEpochMilli());
    }

    private StallRule rule(PodWatch pod, ReadOnlyContext context) {
        return new StallRule(
                days,
                directory.calendarOf(pod.pod()),
                (stratum, day) -> prior(pod.org(), stratum, day, context));
    }

    private static OrganisationPrior prior(
            String org, Stratum stratum, long day, ReadOnlyContext context) {
        try {
            ReadOnlyBroadcastState<String, PriorDays> priors = context.getBroadcastState(PRIORS);
            PriorDays known = priors.get(org + SEPARATOR + stratum.key());
            DayPrior inForce = known == null ? null : known.on(day);
            return inForce == null
                    ? OrganisationPrior.coldStart(Patience.of(stratum))
                    : inForce.prior();
        } catch (Exception e) {
            throw new IllegalStateException("the priors in the broadcast state cannot be read", e);
        }
    }
}
