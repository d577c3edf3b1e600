package dev.plumbline.streaming.drift;

import dev.plumbline.pod.CompletedEpisode;
import dev.plumbline.pod.PodFact;
import dev.plumbline.time.Days;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** The few facts that an organisation learns from, as small as they can be. */
public final class CompletedEpisodes implements FlatMapFunction<PodFact, CompletedEpisode> {

    private static final long serialVersionUID = 1L;

    private final Days days;

    /**
     * @param zone of the organisation, whose weekdays count
     */
    public CompletedEpisodes(ZoneId zone) {
        this.days = new Days(zone);
    }

    @Override
    public void flatMap(PodFact fact, Collector<CompletedEpisode> out) {
        CompletedEpisode.of(fact, days).forEach(out::collect);
    }
}
