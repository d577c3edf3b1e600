package dev.plumbline.streaming.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.KnownViews;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.pod.Completeness;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.pod.PodDriftRule;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.PodLedger;
import dev.plumbline.pod.PodRule;
import dev.plumbline.pod.PodStep;
import dev.plumbline.pod.PodStretch;
import dev.plumbline.source.HeardContainers;
import dev.plumbline.source.PodSight;
import dev.plumbline.source.SilentSource;
import dev.plumbline.streaming.HeldBack;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.UpToDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Counts the facts of a pod in calendar windows. Facts are held until time has passed them, at most
 * to the end of their day; the ledger is evicted when nothing is open and no window holds anything,
 * unless the pod has had a family of metrics: which ones stays known, with what is open of them.
 * The clock is event time, so a pod in which nothing happens still closes its days as long as there
 * are events in others; where the stream ends and no instant was given at which the clock stops, it
 * ends with the day of the pod's last fact.
 *
 * <p>Silences of sources come by broadcast, each when it is detected and when it ends; they leave
 * two weeks after that. Of them a row knows those detected by its own instant.
 *
 * <p>What the organisation has learned of its pods comes by broadcast as well, once a week, before
 * the clock of this operator passes the week's beginning; it leaves when the next one is in force.
 * Drift is told of it with the first facts after it has come into force.
 */
public final class PodFunction
        extends KeyedBroadcastProcessFunction<String, PodFact, PodTidings, MetricRow> {

    private static final long serialVersionUID = 1L;

    /** Silences by organisation and id. */
    public static final MapStateDescriptor<String, SilentSource> SILENCES =
            new MapStateDescriptor<>(
                    "silences", Types.STRING, TypeInformation.of(SilentSource.class));

    /** What organisations have learned, by organisation. */
    public static final MapStateDescriptor<String, KnownViews> VIEWS =
            new MapStateDescriptor<>("views", Types.STRING, TypeInformation.of(KnownViews.class));

    /** What drift is told of: the facts in their order, and how far time has come. */
    public static final OutputTag<PodStretch> STRETCHES = new OutputTag<>("stretches") {};

    private static final char SEPARATOR = '\u001f';

    private final Settings settings;
    private final PodRule rule;
    private final PodSight sight;
    private final HeldBack<PodFact> held =
            new HeldBack<>(
                    "facts",
                    PodFact.class,
                    PodFact::at,
                    (one, other) -> PodFact.FOLD_ORDER.compare(one, other));
    private final UpToDate upToDate = new UpToDate();
    private transient ValueState<PodLedger> ledger;
    private transient ValueState<HeardContainers> heard;
    private transient ValueState<Instant> viewed;

    public PodFunction(Settings settings, Directory directory) {
        this.settings = settings;
        this.rule = new PodRule(directory);
        this.sight = new PodSight(directory);
    }

    /** The key: organisation and pod. */
    public static String key(PodFact fact) {
        return key(fact.org(), fact.pod());
    }

    /** The key of a pod. */
    public static String key(String org, String pod) {
        return org + SEPARATOR + pod;
    }

    @Override
    public void open(OpenContext context) {
        held.open(getRuntimeContext());
        ledger = getRuntimeContext().getState(new ValueStateDescriptor<>("pod", PodLedger.class));
        heard =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("heard", HeardContainers.class));
        viewed = getRuntimeContext().getState(new ValueStateDescriptor<>("viewed", Types.INSTANT));
    }

    @Override
    public void processBroadcastElement(PodTidings told, Context context, Collector<MetricRow> out)
            throws Exception {
        if (told.silence() != null) {
            hear(told.silence(), context);
            return;
        }
        BroadcastState<String, KnownViews> views = context.getBroadcastState(VIEWS);
        String org = told.views().org();
        KnownViews known = views.contains(org) ? views.get(org) : KnownViews.NONE;
        Instant now = Instant.ofEpochMilli(context.currentWatermark());
        views.put(org, known.with(told.views(), now));
    }

    private static void hear(SilentSource silence, Context context) throws Exception {
        BroadcastState<String, SilentSource> silences = context.getBroadcastState(SILENCES);
        String id = silence.org() + SEPARATOR + silence.id();
        SilentSource told = silences.get(id);
        if (told == null || told.endedAt() == null) {
            silences.put(id, silence);
        }
        Instant now = Instant.ofEpochMilli(context.currentWatermark());
        List<String> over = new ArrayList<>();
        silences.entries()
                .forEach(
                        known -> {
                            if (PodSight.isOver(known.getValue(), now)) {
                                over.add(known.getKey());
                            }
                        });
        for (String forgotten : over) {
            silences.remove(forgotten);
        }
    }

    @Override
    public void processElement(PodFact fact, ReadOnlyContext context, Collector<MetricRow> out)
            throws Exception {
        held.hold(fact);
        long endOfDay = rule.endOfDay(fact.at()).toEpochMilli();
        context.timerService().registerEventTimeTimer(endOfDay);
        long toldAt = Math.max(fact.at().toEpochMilli(), context.currentWatermark());
        long publication = settings.nextPublication(toldAt);
        if (publication < endOfDay) {
            context.timerService().registerEventTimeTimer(publication);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<MetricRow> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        boolean streamEnds = watermark == Watermark.MAX_WATERMARK.getTimestamp();
        if (!streamEnds && upToDate.was(context.getCurrentKey(), watermark)) {
            return;
        }
        Instant until = settings.until();
        boolean last = until != null && watermark >= until.toEpochMilli();
        Instant now = last ? until : Instant.ofEpochMilli(streamEnds ? timestamp : watermark);
        List<PodFact> due = held.due(now);
        PodLedger before = ledger.value();
        if (before == null && due.isEmpty()) {
            return;
        }
        PodLedger known =
                before == null ? PodLedger.of(due.get(0).org(), due.get(0).pod()) : before;
        PodStep step = advance(known, due, now, context);
        step.rows().forEach(out::collect);
        tellDrift(known, due, streamEnds && !last ? null : now, context);
        if (last) {
            rule.atTheEnd(step.ledger(), now).forEach(out::collect);
            forget();
            return;
        }
        Instant wakeAt = rule.wakeAt(step.ledger());
        if (due.isEmpty() && wakeAt != null && wakeAt.equals(rule.wakeAt(known))) {
            return;
        }
        if (step.ledger().isIdle()) {
            forget();
            return;
        }
        ledger.update(step.ledger());
        if (wakeAt != null && !streamEnds) {
            context.timerService().registerEventTimeTimer(wakeAt.toEpochMilli());
        }
        if (settings.publishEvery() != null) {
            rule.asOf(step.ledger(), now).forEach(out::collect);
        }
    }

    private void forget() {
        ledger.clear();
        viewed.clear();
    }

    /** Day by day, so that a row knows the containers heard up to its day and no later ones. */
    private PodStep advance(
            PodLedger known, List<PodFact> due, Instant now, ReadOnlyContext context)
            throws Exception {
        List<SilentSource> silences = silences(context);
        HeardContainers containers = heard.value() == null ? HeardContainers.none() : heard.value();
        List<MetricRow> rows = new ArrayList<>();
        PodLedger current = known;
        int next = 0;
        while (next < due.size()) {
            rule.heard(completeness(known, containers, silences));
            PodStep quiet = rule.advance(current, List.of(), due.get(next).at());
            rows.addAll(quiet.rows());
            current = quiet.ledger();
            Instant endOfDay = rule.endOfDay(due.get(next).at());
            List<PodFact> ofDay = new ArrayList<>();
            for (; next < due.size() && due.get(next).at().isBefore(endOfDay); next++) {
                PodFact fact = due.get(next);
                if (fact.kind() == PodFactKind.CONTAINER_HEARD) {
                    containers = containers.with(fact.subject(), fact.at());
                } else if (fact.kind() == PodFactKind.EVIDENCE_HEARD) {
                    containers = containers.withEvidence(fact.subject(), fact.at());
                } else {
                    ofDay.add(fact);
                }
            }
            rule.heard(completeness(known, containers, silences));
            PodStep step = rule.advance(current, ofDay, endOfDay.isAfter(now) ? now : endOfDay);
            rows.addAll(step.rows());
            current = step.ledger();
        }
        if (!containers.isEmpty()) {
            heard.update(containers);
        }
        rule.heard(completeness(known, containers, silences));
        PodStep last = rule.advance(current, List.of(), now);
        rows.addAll(last.rows());
        return new PodStep(last.ledger(), rows);
    }

    /**
     * When something has happened, and when a day of the pod is over.
     *
     * @param now null where the stream ends: time has come as far as the last fact
     */
    private void tellDrift(
            PodLedger before, List<PodFact> due, Instant now, ReadOnlyContext context)
            throws Exception {
        List<PodFact> facts = due.stream().filter(PodDriftRule::isOfDrift).toList();
        Instant endOfDay = rule.wakeAt(before);
        boolean isDayOver = now != null && endOfDay != null && !endOfDay.isAfter(now);
        if (facts.isEmpty() && !isDayOver) {
            return;
        }
        Instant until = now == null ? facts.get(facts.size() - 1).at() : now;
        List<OrganisationViews> views =
                facts.isEmpty() ? List.of() : views(before.org(), until, context);
        context.output(
                STRETCHES,
                new PodStretch(before.org(), before.pod(), facts, until, silences(context), views));
    }

    /** Those the pod has not been told yet. */
    private List<OrganisationViews> views(String org, Instant until, ReadOnlyContext context)
            throws Exception {
        KnownViews known = context.getBroadcastState(VIEWS).get(org);
        if (known == null) {
            return List.of();
        }
        List<OrganisationViews> untold = known.after(viewed.value(), until);
        if (!untold.isEmpty()) {
            viewed.update(untold.get(untold.size() - 1).from());
        }
        return untold;
    }

    private static List<SilentSource> silences(ReadOnlyContext context) throws Exception {
        List<SilentSource> silences = new ArrayList<>(0);
        context.getBroadcastState(SILENCES)
                .immutableEntries()
                .forEach(known -> silences.add(known.getValue()));
        return silences;
    }

    private Completeness completeness(
            PodLedger pod, HeardContainers containers, List<SilentSource> silences) {
        if (silences.isEmpty()) {
            return Completeness.ALL_HEARD;
        }
        return (name, from, until, evidence) ->
                sight.completeness(pod.org(), name, containers, silences, from, until, evidence);
    }
}
