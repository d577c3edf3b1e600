package dev.plumbline.connectors.replay;

import static dev.plumbline.connectors.Events.NINE_O_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.connectors.Arrival;
import dev.plumbline.connectors.Events;
import dev.plumbline.connectors.FailOnce;
import dev.plumbline.connectors.SourceClock;
import dev.plumbline.connectors.Stamped;
import dev.plumbline.connectors.Stamping;
import dev.plumbline.connectors.TestArrivals;
import dev.plumbline.connectors.TestJobs;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class ReplaySourceTest {
    @RegisterExtension static final MiniClusterExtension FLINK = TestJobs.cluster();

    @TempDir Path folder;

    @Test
    void emitsRejectedLinesAndThenEveryEventInOrderWithItsTimestamp() throws Exception {
        try (ReplayLog log = log(200, "no event")) {
            List<Stamped> seen =
                    TestJobs.collect(
                            source(TestJobs.environment(2), log)
                                    .process(new Stamping())
                                    .setParallelism(1)
                                    .uid("stamp"));

            assertThat(seen).hasSize(201);
            assertThat(seen.get(0).reason()).startsWith("not_json: ");
            assertThat(seen.get(0).watermarkMillis()).isEqualTo(Long.MIN_VALUE);
            assertThat(seen.subList(1, 201)).extracting(Stamped::eventId).isSorted();
            assertThat(seen.get(200).timestampMillis())
                    .isEqualTo(NINE_O_CLOCK.plusSeconds(199).toEpochMilli());
            assertThat(seen).allMatch(s -> s.watermarkMillis() <= s.timestampMillis());
        }
    }

    @Test
    void losesAndRepeatsNothingWhenTheJobIsRestoredInTheMiddle() throws Exception {
        FailOnce.rearm();
        try (ReplayLog log = log(50_000)) {
            StreamExecutionEnvironment environment = TestJobs.environment(1);
            environment.enableCheckpointing(20);

            List<Arrival> seen =
                    TestJobs.collect(
                            source(environment, log)
                                    .map(new FailOnce<>())
                                    .returns(Arrival.class)
                                    .uid("fail-once"));

            assertThat(FailOnce.hasFailed()).isTrue();
            assertThat(seen).hasSize(50_000);
            assertThat(seen).extracting(Arrival::eventId).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void endsAtOnceWhenThereIsNothing() throws Exception {
        try (ReplayLog log = log(0)) {
            assertThat(TestJobs.collect(source(TestJobs.environment(1), log))).isEmpty();
        }
    }

    private static DataStream<Arrival> source(
            StreamExecutionEnvironment environment, ReplayLog log) {
        TestArrivals arrivals = new TestArrivals();
        return environment
                .fromSource(ReplaySource.of(log, arrivals), SourceClock.sorted(arrivals), "Replay")
                .uid("replay");
    }

    /** Events one second apart, shuffled, with further lines among them. */
    private ReplayLog log(int events, String... furtherLines) throws IOException {
        List<String> lines = new ArrayList<>(List.of(furtherLines));
        for (int i = 0; i < events; i++) {
            lines.add(
                    WorkEventJson.write(
                            Events.created(
                                    "e%06d".formatted(i), "PAY-1", NINE_O_CLOCK.plusSeconds(i))));
        }
        Collections.shuffle(lines, new Random(20261120));
        Path file = Files.write(folder.resolve("events.ndjson"), lines);
        return ReplayLog.of(List.of(file), NINE_O_CLOCK.plusSeconds(86_400), ReplayProgress.SILENT);
    }
}
