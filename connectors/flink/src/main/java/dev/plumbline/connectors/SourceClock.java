package dev.plumbline.connectors;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The clocks of the sources. They belong into {@code fromSource}, where each partition has its own:
 * watermarks assigned behind the source undercount after a restart.
 */
public final class SourceClock {
    private static final String ALIGNED = "work-events";
    private static final Duration FURTHEST_AHEAD = Duration.ofHours(6);

    private SourceClock() {}

    /**
     * The clock of a stream that has an end: event time less the lateness bound, per partition.
     *
     * @param lateness how much later than a newer event an event may arrive and still count
     */
    public static <T> WatermarkStrategy<T> bounded(Arrivals<T> arrivals, Duration lateness) {
        return WatermarkStrategy.<T>forBoundedOutOfOrderness(lateness)
                .withTimestampAssigner((arrival, kafka) -> arrivals.timestampMillis(arrival));
    }

    /**
     * The clock of a stream without end: as {@link #bounded}, and a partition that has been silent
     * for {@code idleness} no longer holds the others back. Rejected arrivals have no time: a
     * partition in which nothing else comes is silent. While a backlog is read, no partition runs
     * far ahead of the others: what it is ahead lies in memory.
     */
    public static <T> WatermarkStrategy<T> live(
            Arrivals<T> arrivals, Duration lateness, Duration idleness) {
        WatermarkStrategy<T> patient = bounded(arrivals, lateness).withIdleness(idleness);
        return WatermarkStrategy.<T>forGenerator(
                        context -> new OfEventsOnly<>(patient.createWatermarkGenerator(context)))
                .withTimestampAssigner((arrival, kafka) -> arrivals.timestampMillis(arrival))
                .withWatermarkAlignment(ALIGNED, FURTHEST_AHEAD);
    }

    /** Does not see what has no time. */
    private record OfEventsOnly<T>(WatermarkGenerator<T> clock) implements WatermarkGenerator<T> {

        @Override
        public void onEvent(T arrival, long millis, WatermarkOutput output) {
            if (millis != Long.MIN_VALUE) {
                clock.onEvent(arrival, millis, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            clock.onPeriodicEmit(output);
        }
    }

    /** The clock of a replay, whose events come in order: nothing is late in it. */
    public static <T> WatermarkStrategy<T> sorted(Arrivals<T> arrivals) {
        return WatermarkStrategy.<T>forMonotonousTimestamps()
                .withTimestampAssigner((arrival, none) -> arrivals.timestampMillis(arrival));
    }
}
