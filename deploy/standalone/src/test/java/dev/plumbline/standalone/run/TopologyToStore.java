package dev.plumbline.standalone.run;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.store.Export;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.Tally;
import dev.plumbline.streaming.ExecutionPatternsTopology;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.StrictEnvironment;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.publish.Publishing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the real topology over events in the order given, into a real store. */
final class TopologyToStore {

    static final byte[] KEY = "a key for tests, thirty-two byte".getBytes(StandardCharsets.UTF_8);
    static final Pseudonyms PSEUDONYMS = new Pseudonyms(KEY);

    private static final Duration LATENESS = Duration.ofMinutes(15);
    private static final Map<String, List<WorkEvent>> IN_MEMORY = new ConcurrentHashMap<>();

    private final Store store;
    private final Directory directory;

    TopologyToStore(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** Runs without faults. */
    void run(List<WorkEvent> events, int parallelism) throws Exception {
        run(events, parallelism, null);
    }

    /** Runs, and where a fault is given throws it once, after a checkpoint, and recovers. */
    void run(List<WorkEvent> events, int parallelism, FailOnce fault) throws Exception {
        String id = UUID.randomUUID().toString();
        IN_MEMORY.put(id, events);
        WorkArrivals arrivals = new WorkArrivals(directory, PSEUDONYMS);
        GeneratorFunction<Long, Arrival> next =
                index -> arrivals.event(IN_MEMORY.get(id).get(index.intValue()), "memory", index);
        StreamExecutionEnvironment environment = environment(parallelism, fault != null);
        DataStream<Arrival> arrived =
                environment
                        .fromSource(
                                new DataGeneratorSource<>(next, events.size(), arrivals.type()),
                                SourceClock.bounded(arrivals, LATENESS),
                                "memory")
                        .uid("memory");
        if (fault != null) {
            arrived = arrived.map(fault).returns(arrivals.type()).uid("fault");
        }
        Instant until = events.stream().map(WorkEvent::getOccurredAt).max(Instant::compareTo).get();
        RunLog runs = new RunLog(store.dataSource());
        long runId = runs.begin("default", "test", "1", "1", until, until);
        Publishing.toStore(
                ExecutionPatternsTopology.of(
                        arrived, Settings.bounded(until), directory.pseudonymised(PSEUDONYMS::of)),
                new StoreAccess(store.jdbcUrl(), store.user(), store.password()),
                runId);
        Counts counts = EmbeddedJob.run(environment, "test", processed -> {});
        Set<String> orgs = new HashSet<>();
        events.forEach(event -> orgs.add(event.getOrg()));
        runs.sweep(runId);
        runs.assignSignals(runId);
        runs.finish(runId, new Tally(orgs, counts.arrived(), 0, counts.late()), until, until);
    }

    /** Empties the tables of an earlier run. */
    void clear() throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of(
                            "items",
                            "handoffs",
                            "pod_metrics",
                            "pod_health",
                            "debt_ledger",
                            "stalls",
                            "findings",
                            "drift_signals",
                            "drift_evidence",
                            "source_health",
                            "late_events")) {
                statement.execute("truncate plumbline." + table);
            }
        }
    }

    /** The first cell of a query's answer. */
    long number(String query) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The second column of a query's answer, by the first. */
    Map<String, Long> numbers(String query) throws SQLException {
        Map<String, Long> answer = new HashMap<>();
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answer.put(rows.getString(1), rows.getLong(2));
            }
        }
        return answer;
    }

    /** Digest of every exported file, by name. */
    Map<String, String> export(Path folder) throws Exception {
        new Export(store).write(folder, "csv");
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                digests.put(file.getFileName().toString(), digest(file));
            }
        }
        return digests;
    }

    private static String digest(Path file) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        long bytes = 0;
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            bytes = in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException("after " + bytes + " bytes of " + file, e);
        }
        return bytes + " bytes " + HexFormat.of().formatHex(sha.digest());
    }

    private static StreamExecutionEnvironment environment(int parallelism, boolean recovers)
            throws IOException {
        Configuration options = EmbeddedJob.options(new Configuration(), parallelism);
        StreamExecutionEnvironment environment;
        if (recovers) {
            options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
            options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            String folder = Files.createTempDirectory("checkpoints").toUri().toString();
            options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder);
            environment = StrictEnvironment.checkpointed(options, Duration.ofMillis(50));
        } else {
            environment = StrictEnvironment.of(options);
        }
        environment.setParallelism(parallelism);
        return environment;
    }
}
