package dev.plumbline.streaming.drift;

import dev.plumbline.drift.OrganisationRule;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.drift.RecentEpisodes;
import dev.plumbline.pod.CompletedEpisode;
import dev.plumbline.pod.DriftMetric;
import dev.plumbline.streaming.HeldBack;
import dev.plumbline.streaming.Settings;
import dev.plumbline.time.Grain;
import dev.plumbline.time.Windows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Learns at the beginning of each week what an organisation's pods had in common in their episodes
 * of the eight weeks before, and tells it. The episodes of the open week are held as they come;
 * when it is over they go, in their order, to the 150 that are kept of each pod and metric. A pod
 * and metric is evicted when eight weeks hold no episode of it; the key with the last of them.
 *
 * <p>Each week has its view however time passes: where the clock jumps over several, or the stream
 * ends, they are told one after the other.
 */
public final class OrganisationFunction
        extends KeyedProcessFunction<String, CompletedEpisode, OrganisationViews> {

    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final Windows windows;
    private final HeldBack<CompletedEpisode> held =
            new HeldBack<>(
                    "episodes",
                    CompletedEpisode.class,
                    CompletedEpisode::at,
                    (one, other) -> CompletedEpisode.ORDER.compare(one, other));
    private transient MapState<String, PodEpisodes> pods;
    private transient ValueState<Instant> learned;
    private transient Instant weekStart;
    private transient Instant weekEnd;

    /** The newest episodes of one metric of a pod. */
    public record PodEpisodes(String pod, DriftMetric metric, RecentEpisodes recent) {

        String key() {
            return metric.name() + ' ' + pod;
        }

        PodEpisodes with(CompletedEpisode episode) {
            return new PodEpisodes(
                    pod,
                    metric,
                    recent.with(episode.value(), minute(episode.at()), episode.stratum()));
        }
    }

    /**
     * @param zone of the organisation, whose weeks count
     */
    public OrganisationFunction(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.windows = new Windows(zone);
    }

    @Override
    public void open(OpenContext context) {
        held.open(getRuntimeContext());
        pods =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "episodes-of-pods",
                                        Types.STRING,
                                        TypeInformation.of(PodEpisodes.class)));
        learned =
                getRuntimeContext().getState(new ValueStateDescriptor<>("learned", Types.INSTANT));
    }

    @Override
    public void processElement(
            CompletedEpisode episode, Context context, Collector<OrganisationViews> out)
            throws Exception {
        held.hold(episode);
        wake(weekAfter(episode.at()), context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<OrganisationViews> out)
            throws Exception {
        Instant now = Instant.ofEpochMilli(timestamp);
        List<CompletedEpisode> due = held.due(now.minusMillis(1));
        Instant week = learned.value() == null ? null : weekAfter(learned.value());
        int from = 0;
        while (from < due.size() || !pods.isEmpty()) {
            week = week == null ? weekAfter(due.get(from).at()) : week;
            if (week.isAfter(now)) {
                break;
            }
            int to = from;
            while (to < due.size() && due.get(to).at().isBefore(week)) {
                to++;
            }
            keep(due.subList(from, to));
            out.collect(new OrganisationViews(context.getCurrentKey(), week, views(week)));
            learned.update(week);
            from = to;
            week = pods.isEmpty() ? null : weekAfter(week);
        }
        if (pods.isEmpty()) {
            pods.clear();
            learned.clear();
        } else {
            wake(weekAfter(now), context);
        }
    }

    /** In their order, which is also that of each pod. */
    private void keep(List<CompletedEpisode> episodes) throws Exception {
        Map<String, PodEpisodes> changed = new HashMap<>();
        for (CompletedEpisode episode : episodes) {
            for (DriftMetric metric : episode.metrics()) {
                PodEpisodes none = new PodEpisodes(episode.pod(), metric, null);
                PodEpisodes known = changed.get(none.key());
                known = known == null ? pods.get(none.key()) : known;
                known =
                        known == null
                                ? new PodEpisodes(episode.pod(), metric, RecentEpisodes.none())
                                : known;
                changed.put(none.key(), known.with(episode));
            }
        }
        for (Map.Entry<String, PodEpisodes> one : changed.entrySet()) {
            pods.put(one.getKey(), one.getValue());
        }
    }

    private Map<String, OrganisationView> views(Instant week) throws Exception {
        int earliest = minute(week.minus(OrganisationRule.KEPT));
        Map<DriftMetric, Map<String, RecentEpisodes>> metrics = new EnumMap<>(DriftMetric.class);
        Iterator<Map.Entry<String, PodEpisodes>> entries = pods.iterator();
        while (entries.hasNext()) {
            PodEpisodes known = entries.next().getValue();
            if (known.recent().sinceMinute(earliest) == 0) {
                entries.remove();
            } else {
                metrics.computeIfAbsent(known.metric(), metric -> new HashMap<>())
                        .put(known.pod(), known.recent());
            }
        }
        Map<String, OrganisationView> views = new HashMap<>();
        metrics.forEach(
                (metric, ofPods) -> views.put(metric.name(), OrganisationRule.view(ofPods, week)));
        return views;
    }

    private void wake(Instant week, Context context) {
        if (!settings.isOver(week, context.timerService().currentWatermark())) {
            context.timerService().registerEventTimeTimer(week.toEpochMilli());
        }
    }

    /** The beginning of the week after that of the instant. Neighbours in time share a week. */
    private Instant weekAfter(Instant at) {
        if (weekStart == null || at.isBefore(weekStart) || !at.isBefore(weekEnd)) {
            weekStart = windows.start(Grain.WEEK, at);
            weekEnd = windows.end(Grain.WEEK, at);
        }
        return weekEnd;
    }

    private static int minute(Instant at) {
        return (int) (at.getEpochSecond() / 60);
    }
}
