package dev.plumbline.connectors;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The clocks of the sources. They belong into {@code fromSource}, where each partition has its own:
 * watermarks assigned behind the source undercount after a restart.
 */
public final class SourceClock {
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
     * for {@code idleness} no longer holds the others back.
     */
    public static <T> WatermarkStrategy<T> live(
            Arrivals<T> arrivals, Duration lateness, Duration idleness) {
        return bounded(arrivals, lateness).withIdleness(idleness);
    }

    /** The clock of a replay, whose events come in order: nothing is late in it. */
    public static <T> WatermarkStrategy<T> sorted(Arrivals<T> arrivals) {
        return WatermarkStrategy.<T>forMonotonousTimestamps()
                .withTimestampAssigner((arrival, none) -> arrivals.timestampMillis(arrival));
    }
}
