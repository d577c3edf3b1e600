package dev.plumbline.streaming.stall;

import dev.plumbline.stall.GapHistory;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.Settings;
import dev.plumbline.time.Days;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells at the beginning of each day what the gaps of a pod in one stratum came to over the eight
 * weeks before. Evicted when eight weeks hold no gap; that is told once, as nothing.
 */
public final class TrailingGapsFunction extends KeyedProcessFunction<String, PodGaps, PodGaps> {

    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final Days days;
    private transient ValueState<Remembered> remembered;

    /** What is known of a pod's gaps in one stratum. */
    public record Remembered(String org, String pod, Stratum stratum, GapHistory history) {}

    /**
     * @param zone of the organisation
     */
    public TrailingGapsFunction(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.days = new Days(zone);
    }

    @Override
    public void open(OpenContext context) {
        remembered =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("trailing-gaps", Remembered.class));
    }

    @Override
    public void processElement(PodGaps gaps, Context context, Collector<PodGaps> out)
            throws Exception {
        Remembered known = remembered.value();
        if (known == null) {
            known = new Remembered(gaps.org(), gaps.pod(), gaps.stratum(), GapHistory.empty());
        }
        known.history().add(gaps.day(), gaps.sums());
        remembered.update(known);
        wake(gaps.day() + 1, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PodGaps> out)
            throws Exception {
        Remembered known = remembered.value();
        if (known == null) {
            return;
        }
        long day = days.of(Instant.ofEpochMilli(timestamp));
        GapSums sums = known.history().before(day);
        if (sums.n() > 0 || known.history().before(day - 1).n() > 0) {
            out.collect(new PodGaps(known.org(), known.pod(), known.stratum(), day, sums));
        }
        known.history().evictBefore(day);
        if (known.history().isEmpty()) {
            remembered.clear();
            return;
        }
        remembered.update(known);
        wake(day + 1, context);
    }

    private void wake(long day, Context context) {
        Instant start = days.start(day);
        if (!settings.isOver(start, context.timerService().currentWatermark())) {
            context.timerService().registerEventTimeTimer(start.toEpochMilli());
        }
    }
}
