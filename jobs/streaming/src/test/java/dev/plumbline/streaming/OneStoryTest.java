package dev.plumbline.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.directory.Directory;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that comes out is a function of the set of events: of those of four weeks, by all outputs.
 */
@Tag("cluster")
final class OneStoryTest {

    private static final Duration LATENESS = Duration.ofMinutes(15);
    private static final String PODS =
            """
            organisation: {zone: Europe/Madrid, holidays: [2026-03-19]}
            pods:
              - {id: data, members: [{account: ana}, {account: ben, to: 2026-03-16}]}
              - {id: web, members: [{account: eva}], containers: ["tool:two"]}
            agents: [{account: copilot}]
            """;

    private record Delivery(WorkEvent event, long atMillis) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderRepetitionParallelismAndTheStepsOfTheClockChangeNoOutput(long seed) throws Exception {
        List<WorkEvent> history = RandomHistory.of(seed);
        Map<String, List<String>> answer = run(history, 1, false);
        answer.forEach(
                (output, rows) -> {
                    boolean empty = output.equals("late") || output.equals("drift signals");
                    assertThat(rows.isEmpty()).as(output).isEqualTo(empty);
                });

        assertSame(answer, run(history, 1, true));
        assertSame(answer, run(disordered(history, seed, 1), 2, true));
        assertSame(answer, run(disordered(history, seed, 3), 2, false));
        assertSame(answer, run(disordered(history, seed + 1, 3), 1, true));
    }

    /** Output by output and row by row, to name what differs. */
    private static void assertSame(
            Map<String, List<String>> answer, Map<String, List<String>> other) {
        answer.forEach(
                (output, rows) ->
                        assertThat(other.get(output))
                                .as(output)
                                .containsExactlyInAnyOrderElementsOf(rows));
    }

    /** Each told up to so many times, in any order within the lateness bound. */
    private static List<WorkEvent> disordered(List<WorkEvent> events, long seed, int most) {
        Random random = new Random(seed);
        List<Delivery> deliveries = new ArrayList<>();
        for (WorkEvent event : events) {
            int times = 1 + random.nextInt(most);
            for (int i = 0; i < times; i++) {
                long delay = random.nextInt((int) LATENESS.toMillis() - 1000);
                deliveries.add(new Delivery(event, event.getOccurredAt().toEpochMilli() + delay));
            }
        }
        deliveries.sort(Comparator.comparingLong(Delivery::atMillis));
        return deliveries.stream().map(Delivery::event).toList();
    }

    /**
     * @param step by step the clock moves with every event, else seldom and far
     */
    private static Map<String, List<String>> run(
            List<WorkEvent> events, int parallelism, boolean step) throws Exception {
        Directory directory = DirectoryYaml.parse(PODS, "pods.yaml");
        WorkArrivals arrivals = new WorkArrivals(directory, TopologyRun.PSEUDONYMS);
        List<Arrival> arrived = new ArrayList<>();
        events.forEach(event -> arrived.add(arrivals.event(event, "memory", arrived.size() + 1)));
        StreamExecutionEnvironment environment = StrictEnvironment.of(new Configuration());
        environment.setParallelism(parallelism);
        WatermarkStrategy<Arrival> clock =
                step
                        ? WatermarkStrategy.<Arrival>forGenerator(context -> new EveryEvent())
                                .withTimestampAssigner((one, none) -> arrivals.timestampMillis(one))
                        : SourceClock.bounded(arrivals, LATENESS);
        DataStream<Arrival> stream =
                environment
                        .fromData(arrivals.type(), arrived.toArray(new Arrival[0]))
                        .uid("memory")
                        .assignTimestampsAndWatermarks(clock)
                        .uid("clock");
        Instant until = events.stream().map(WorkEvent::getOccurredAt).max(Instant::compareTo).get();
        Outputs outputs =
                ExecutionPatternsTopology.of(
                        stream,
                        Settings.bounded(until),
                        directory.pseudonymised(TopologyRun.PSEUDONYMS::of));
        Map<String, CollectingSink<?>> sinks = new TreeMap<>();
        collect("items", outputs.items(), sinks);
        collect("handoffs", outputs.handoffs(), sinks);
        collect("pod metrics", outputs.podMetrics(), sinks);
        collect("pod health", outputs.podHealth(), sinks);
        collect("debt ledger", outputs.debtLedger(), sinks);
        collect("stalls", outputs.stalls(), sinks);
        collect("findings", outputs.findings(), sinks);
        CollectingSink<SourceHealth> health = new CollectingSink<>();
        outputs.sourceHealth().sinkTo(health).uid("collected source health");
        collect("drift signals", outputs.driftSignals(), sinks);
        collect("drift evidence", outputs.driftEvidence(), sinks);
        collect("late", outputs.late(), sinks);
        environment.execute();
        Map<String, List<String>> rows = new TreeMap<>();
        sinks.forEach((name, sink) -> rows.put(name, rows(sink)));
        rows.put("source health", latest(health.collected()));
        return rows;
    }

    /** The store keeps the latest row; on the way there they are told as far as time has come. */
    private static List<String> latest(List<SourceHealth> told) {
        Map<String, SourceHealth> latest = new TreeMap<>();
        told.forEach(
                row ->
                        latest.merge(
                                row.container(),
                                row,
                                (one, other) -> one.asOf().isAfter(other.asOf()) ? one : other));
        return latest.values().stream().map(SourceHealth::toString).toList();
    }

    private static <T> void collect(
            String name, DataStream<T> output, Map<String, CollectingSink<?>> sinks) {
        CollectingSink<T> sink = new CollectingSink<>();
        output.sinkTo(sink).uid("collected " + name);
        sinks.put(name, sink);
    }

    /** Sorted; an array of hashes has no words. */
    private static List<String> rows(CollectingSink<?> sink) {
        return sink.collected().stream()
                .map(row -> row.toString().replaceAll("\\[J@[0-9a-f]+", "[hashes"))
                .sorted()
                .toList();
    }

    /** Time passes with every event. */
    private static final class EveryEvent implements WatermarkGenerator<Arrival> {

        private long latest = Long.MIN_VALUE + LATENESS.toMillis() + 1;

        @Override
        public void onEvent(Arrival arrival, long millis, WatermarkOutput output) {
            latest = Math.max(latest, millis);
            output.emitWatermark(new Watermark(latest - LATENESS.toMillis() - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // With every event; see above.
        }
    }
}
