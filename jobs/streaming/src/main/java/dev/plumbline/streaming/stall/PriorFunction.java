package dev.plumbline.streaming.stall;

import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import dev.plumbline.stall.Stratum;
import dev.plumbline.time.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Learns at the beginning of each day what an organisation's pods have in common in one stratum. A
 * pod is evicted when it tells that eight weeks hold no gap of it; the key with its last pod.
 */
public final class PriorFunction extends KeyedProcessFunction<String, PodGaps, DayPrior> {

    private static final long serialVersionUID = 1L;

    private final Days days;
    private transient ListState<PodGaps> held;
    private transient ValueState<Pods> pods;

    /** The trailing sums of each pod that has any. */
    public record Pods(Map<String, GapSums> sums) {}

    /**
     * @param zone of the organisation
     */
    public PriorFunction(ZoneId zone) {
        this.days = new Days(zone);
    }

    @Override
    public void open(OpenContext context) {
        held =
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("held-gaps", PodGaps.class));
        pods = getRuntimeContext().getState(new ValueStateDescriptor<>("pods", Pods.class));
    }

    @Override
    public void processElement(PodGaps gaps, Context context, Collector<DayPrior> out)
            throws Exception {
        held.add(gaps);
        context.timerService().registerEventTimeTimer(days.start(gaps.day()).toEpochMilli());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DayPrior> out)
            throws Exception {
        long day = days.of(Instant.ofEpochMilli(timestamp));
        List<PodGaps> later = new ArrayList<>();
        Pods known = pods.value() == null ? new Pods(new HashMap<>()) : pods.value();
        String org = null;
        Stratum stratum = null;
        for (PodGaps gaps : held.get()) {
            if (gaps.day() > day) {
                later.add(gaps);
                continue;
            }
            org = gaps.org();
            stratum = gaps.stratum();
            if (gaps.sums().n() == 0) {
                known.sums().remove(gaps.pod());
            } else {
                known.sums().put(gaps.pod(), gaps.sums());
            }
        }
        held.update(later);
        if (known.sums().isEmpty()) {
            pods.clear();
        } else {
            pods.update(known);
        }
        if (stratum != null) {
            OrganisationPrior prior = OrganisationPrior.of(known.sums(), Patience.of(stratum));
            out.collect(new DayPrior(org, stratum, day, prior));
        }
    }
}
