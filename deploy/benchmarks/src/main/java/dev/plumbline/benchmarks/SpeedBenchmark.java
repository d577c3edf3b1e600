package dev.plumbline.benchmarks;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.connectors.replay.ReplayLog;
import dev.plumbline.connectors.replay.ReplaySource;
import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.ExecutionPatternsTopology;
import dev.plumbline.streaming.Outputs;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.StrictEnvironment;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.streaming.publish.Publishing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The whole topology against the bare Flink path over the same generated organisation, in turns
 * within one run, since machines are shared and noisy: the ratio counts, not the rate.
 */
public final class SpeedBenchmark {

    private static final int PARALLELISM = 2;
    private static final Pseudonyms PSEUDONYMS =
            new Pseudonyms("benchmark".getBytes(StandardCharsets.UTF_8));

    private final Directory directory =
            DirectoryYaml.parse(
"""
pods: from-containers
agents: [{pattern: "*-agent"}]
services: [{account: "tool:checker"}]
""",
                    "benchmark.yaml");
    private final ReplayLog log;
    private final long events;

    private SpeedBenchmark(ReplayLog log) {
        this.log = log;
        this.events = log.summary().events();
    }

    /**
     * Arguments: events (default 5,000,000), items (200,000), pods (1,000), turns (5).
     *
     * @throws Exception as Flink or the store throw it
     */
    public static void main(String[] arguments) throws Exception {
        OrganisationSize size =
                new OrganisationSize(
                        argument(arguments, 0, 5_000_000),
                        argument(arguments, 1, 200_000),
                        argument(arguments, 2, 1_000));
        Path file = Files.createTempFile("organisation", ".ndjson");
        try {
            new GeneratedOrganisation(1, size).writeTo(file);
            try (ReplayLog log = ReplayLog.of(List.of(file), Instant.now(), (read, all) -> {})) {
                new SpeedBenchmark(log).run(argument(arguments, 3, 5));
            }
        } finally {
            Files.delete(file);
        }
        System.exit(0);
    }

    private void run(int turns) throws Exception {
        print("warming up", measure(this::bare), measure(this::topology));
        List<Double> ratios = new ArrayList<>();
        for (int turn = 1; turn <= turns; turn++) {
            double bare = measure(this::bare);
            double topology = measure(this::topology);
            ratios.add(bare / topology);
            print("turn " + turn, bare, topology);
        }
        Collections.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "ratio: median %.3f, range %.3f to %.3f, over %,d events%n",
                ratios.get(ratios.size() / 2),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                events);
        toPostgres();
    }

    private void toPostgres() throws IOException {
        try (Store store = Store.temporary()) {
            RunLog runs = new RunLog(store.dataSource());
            Instant last = log.summary().lastAt();
            long runId = runs.begin("bench", "benchmark", "0", "0", last, last);
            StoreAccess access = new StoreAccess(store.jdbcUrl(), store.user(), store.password());
            double seconds =
                    measure(arrivals -> Publishing.toStore(outputs(arrivals), access, runId));
            System.out.printf(Locale.ROOT, "to PostgreSQL: %,.0f events/s%n", events / seconds);
        } catch (Exception e) {
            throw new IOException("the run into PostgreSQL failed", e);
        }
    }

    private interface Ends {
        void build(DataStream<Arrival> arrivals);
    }

    private double measure(Ends ends) throws Exception {
        Configuration options = new Configuration();
        options.set(TaskManagerOptions.NUM_TASK_SLOTS, PARALLELISM);
        StreamExecutionEnvironment environment = StrictEnvironment.of(options);
        environment.setParallelism(PARALLELISM);
        WorkArrivals arrivals = new WorkArrivals(directory, PSEUDONYMS);
        ends.build(
                environment
                        .fromSource(
                                ReplaySource.of(log, arrivals),
                                SourceClock.sorted(arrivals),
                                "log",
                                arrivals.type())
                        .uid("log")
                        .setParallelism(1));
        long started = System.nanoTime();
        environment.execute();
        return (System.nanoTime() - started) / 1e9;
    }

    private void bare(DataStream<Arrival> arrivals) {
        BarePath.build(arrivals);
    }

    private void topology(DataStream<Arrival> arrivals) {
        Outputs outputs = outputs(arrivals);
        discard(outputs.items(), "items");
        discard(outputs.handoffs(), "handoffs");
        discard(outputs.podMetrics(), "pod-metrics");
        discard(outputs.podHealth(), "pod-health");
        discard(outputs.debtLedger(), "debt-ledger");
        discard(outputs.stalls(), "stalls");
        discard(outputs.driftSignals(), "drift signals");
        discard(outputs.driftEvidence(), "drift evidence");
        discard(outputs.findings(), "findings");
        discard(outputs.sourceHealth(), "source-health");
        discard(outputs.rejected(), "rejected");
        discard(outputs.late(), "late");
    }

    private Outputs outputs(DataStream<Arrival> arrivals) {
        return ExecutionPatternsTopology.of(
                arrivals,
                Settings.bounded(log.summary().lastAt()),
                directory.pseudonymised(PSEUDONYMS::of));
    }

    private static <T> void discard(DataStream<T> stream, String name) {
        stream.sinkTo(new DiscardingSink<>()).uid("discard-" + name);
    }

    private void print(String what, double bareSeconds, double topologySeconds) {
        System.out.printf(
                Locale.ROOT,
                "%s: bare %,.0f events/s, topology %,.0f events/s, ratio %.3f%n",
                what,
                events / bareSeconds,
                events / topologySeconds,
                bareSeconds / topologySeconds);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
