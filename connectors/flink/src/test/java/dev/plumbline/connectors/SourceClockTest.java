package dev.plumbline.connectors;

import static dev.plumbline.connectors.Events.NINE_O_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class SourceClockTest {
    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
    private static final Arrival REJECTED = new Arrival("x", "not_json: x", Long.MIN_VALUE, "f", 1);

    private final TestArrivals arrivals = new TestArrivals();
    private final ManualClock wall = new ManualClock(1_000_000_000L);
    private final Output output = new Output();

    @Test
    void runsAQuarterOfAnHourBehindTheLatestEvent() {
        Partition partition = new Partition(SourceClock.bounded(arrivals, QUARTER_OF_AN_HOUR));

        partition.sees(at(NINE_O_CLOCK));
        partition.sees(at(NINE_O_CLOCK.minusSeconds(600)));

        assertThat(partition.clock())
                .isEqualTo(NINE_O_CLOCK.minus(QUARTER_OF_AN_HOUR).minusMillis(1));
    }

    @Test
    void isNotMovedByWhatIsRejected() {
        Partition live =
                new Partition(
                        SourceClock.live(arrivals, QUARTER_OF_AN_HOUR, Duration.ofMinutes(1)));
        live.sees(REJECTED);
        assertThat(live.millis()).isEqualTo(Long.MIN_VALUE);

        Partition replay = new Partition(SourceClock.sorted(arrivals));
        replay.sees(at(NINE_O_CLOCK));
        replay.sees(REJECTED);
        assertThat(replay.clock()).isEqualTo(NINE_O_CLOCK.minusMillis(1));
    }

    @Test
    void letsASilentPartitionGoAfterAMinute() {
        Partition live =
                new Partition(
                        SourceClock.live(arrivals, QUARTER_OF_AN_HOUR, Duration.ofMinutes(1)));
        live.sees(at(NINE_O_CLOCK));
        live.clock();
        live.clock(); // from here on it is silent
        wall.advanceTime(Duration.ofSeconds(59));
        live.clock();
        assertThat(output.idle).isFalse();

        wall.advanceTime(Duration.ofSeconds(2));
        live.clock();

        assertThat(output.idle).isTrue();
    }

    @Test
    void aPartitionInWhichEverythingIsRejectedIsSilent() {
        Partition live =
                new Partition(
                        SourceClock.live(arrivals, QUARTER_OF_AN_HOUR, Duration.ofMinutes(1)));
        live.sees(at(NINE_O_CLOCK));
        for (int second = 0; second < 70; second++) {
            live.sees(REJECTED);
            live.clock();
            wall.advanceTime(Duration.ofSeconds(1));
        }

        assertThat(output.idle).isTrue();
    }

    private static Arrival at(Instant instant) {
        return new Arrival("a", null, instant.toEpochMilli(), "f", 1);
    }

    /** One split with its own clock. */
    private final class Partition {
        private final WatermarkStrategy<Arrival> strategy;
        private final WatermarkGenerator<Arrival> generator;

        Partition(WatermarkStrategy<Arrival> strategy) {
            this.strategy = strategy;
            this.generator = strategy.createWatermarkGenerator(new Context());
        }

        void sees(Arrival arrival) {
            long millis =
                    strategy.createTimestampAssigner(UnregisteredMetricsGroup::new)
                            .extractTimestamp(arrival, Long.MIN_VALUE);
            generator.onEvent(arrival, millis, output);
        }

        long millis() {
            generator.onPeriodicEmit(output);
            return output.millis;
        }

        Instant clock() {
            return Instant.ofEpochMilli(millis());
        }
    }

    private final class Context implements WatermarkGeneratorSupplier.Context {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return wall;
        }
    }

    private static final class Output implements WatermarkOutput {
        private long millis = Long.MIN_VALUE;
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            millis = watermark.getTimestamp();
            idle = false;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
