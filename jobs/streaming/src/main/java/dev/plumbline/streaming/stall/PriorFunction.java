package dev.plumbline.streaming.stall;

import dev.plumbline.stall.GapHistory;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.Settings;
import dev.plumbline.time.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Learns at the beginning of each day what an organisation's pods had in common in one stratum over
 * the eight weeks before, and tells it where that has changed. A pod is evicted when eight weeks
 * hold no gap of it; the key with its last pod.
 */
public final class PriorFunction extends KeyedProcessFunction<String, PodGaps, DayPrior> {

    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final Days days;
    private transient MapState<String, Trail> pods;

    /** The gaps of one pod. */
    public record Trail(String org, Stratum stratum, GapHistory history) {}

    /**
     * @param zone of the organisation
     */
    public PriorFunction(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.days = new Days(zone);
    }

    @Override
    public void open(OpenContext context) {
        pods =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "gaps-of-pods",
                                        Types.STRING,
                                        TypeInformation.of(Trail.class)));
    }

    @Override
    public void processElement(PodGaps gaps, Context context, Collector<DayPrior> out)
            throws Exception {
        Trail known = pods.get(gaps.pod());
        Trail trail =
                known == null ? new Trail(gaps.org(), gaps.stratum(), GapHistory.empty()) : known;
        trail.history().add(gaps.day(), gaps.sums());
        pods.put(gaps.pod(), trail);
        wake(gaps.day() + 1, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DayPrior> out)
            throws Exception {
        long day = days.of(Instant.ofEpochMilli(timestamp));
        Map<String, GapSums> sums = new HashMap<>();
        Trail changed = null;
        Iterator<Map.Entry<String, Trail>> entries = pods.iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Trail> entry = entries.next();
            Trail trail = entry.getValue();
            if (changed == null && trail.history().changesOn(day)) {
                changed = trail;
            }
            sums.put(entry.getKey(), trail.history().before(day));
            if (trail.history().evictBefore(day)) {
                if (trail.history().isEmpty()) {
                    entries.remove();
                } else {
                    entry.setValue(trail);
                }
            }
        }
        if (changed != null) {
            Stratum stratum = changed.stratum();
            OrganisationPrior prior = OrganisationPrior.of(sums, Patience.of(stratum));
            out.collect(new DayPrior(changed.org(), stratum, day, prior));
        }
        if (pods.isEmpty()) {
            pods.clear();
        } else {
            wake(day + 1, context);
        }
    }

    private void wake(long day, Context context) {
        Instant start = days.start(day);
        if (!settings.isOver(start, context.timerService().currentWatermark())) {
            context.timerService().registerEventTimeTimer(start.toEpochMilli());
        }
    }
}
