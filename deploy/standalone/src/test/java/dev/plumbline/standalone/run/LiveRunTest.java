package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.directory.Directory;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.kafka.EmbeddedKafka;
import dev.plumbline.standalone.kafka.EventPublisher;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology over a real broker gives what a replay of the same events gives. */
@Tag("cluster")
final class LiveRunTest {

    private static final int HISTORIES = 40;
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private final Directory directory =
            DirectoryYaml.parse(
                    "pods: from-containers\nagents: [{account: copilot}]\n", "pods.yaml");
    private final List<WorkEvent> events = RandomHistories.of(HISTORIES);
    private final Instant until = events.get(events.size() - 1).getOccurredAt();
    private EmbeddedKafka broker;
    private KafkaAccess kafka;
    private Store store;
    private TopologyToStore replay;
    private Map<String, String> answer;

    @BeforeEach
    void replayTheSameEvents() throws Exception {
        broker = EmbeddedKafka.temporary();
        kafka = broker.access("plumbline");
        Topics.ensure(kafka, TopicNames.ALL, PARTITIONS, (short) 1);
        store = Store.temporary();
        replay = new TopologyToStore(store, directory);
        replay.run(events, 2);
        answer = replay.export(folder.resolve("replayed"));
        replay.clear();
    }

    @AfterEach
    void stop() {
        store.close();
        broker.close();
    }

    @Test
    void aRunOverTheTopicGivesTheAnswerOfTheReplay() throws Exception {
        publish(events);

        start(options().endingAt(until)).getJobExecutionResult().get();

        assertThat(replay.export(folder.resolve("from-kafka"))).isEqualTo(answer);
    }

    @Test
    void aJobRestartedFromItsCheckpointInTheMiddleGivesItToo() throws Exception {
        int half = events.size() / 2;
        publish(events.subList(0, half));
        JobClient first = start(options().stoppingClockAt(until));
        awaitAdmitted(first, half);
        Instant admitted = Instant.now();
        await().atMost(PATIENCE).until(() -> newest().isAfter(admitted.plusMillis(400)));
        first.cancel().get();
        String checkpoint = newestCheckpoint().toUri().toString();
        assertThat(replay.export(folder.resolve("half"))).isNotEqualTo(answer);

        publish(events.subList(half, events.size()));
        JobClient second = start(options().stoppingClockAt(until).restoring(checkpoint));
        awaitAdmitted(second, events.size() - half);
        String last = folder.resolve("last").toUri().toString();
        stop(second, last);

        assertThat(replay.export(folder.resolve("restarted"))).isEqualTo(answer);
    }

    /** A job whose last task is still being restored takes no savepoint yet, and runs on. */
    private static void stop(JobClient job, String savepoint) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () ->
                                job.stopWithSavepoint(
                                                        true,
                                                        savepoint,
                                                        SavepointFormatType.CANONICAL)
                                                .get()
                                        != null);
    }

    private LiveOptions options() {
        return LiveOptions.endless(TopicNames.EVENTS, 2, folder.resolve("checkpoints"))
                .beating(Duration.ZERO)
                .checkpointing(Duration.ofMillis(200));
    }

    private JobClient start(LiveOptions options) throws Exception {
        RunLog runs = new RunLog(store.dataSource());
        long runId = runs.begin("default", LiveRun.JOB, "test", "1", until, until);
        StoreAccess access = new StoreAccess(store.jdbcUrl(), store.user(), store.password());
        LiveRun run = new LiveRun(kafka, access, directory, TopologyToStore.PSEUDONYMS);
        return run.start(options, runId);
    }

    private void publish(List<WorkEvent> part) {
        try (EventPublisher publisher = new EventPublisher(kafka, TopicNames.EVENTS)) {
            part.forEach(publisher::publish);
        }
    }

    private static void awaitAdmitted(JobClient job, long count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Counts.of(job.getAccumulators().get()).admitted() >= count);
    }

    private Instant newest() throws IOException {
        Path checkpoint = newestCheckpoint();
        return checkpoint == null
                ? Instant.MIN
                : Files.getLastModifiedTime(checkpoint.resolve("_metadata")).toInstant();
    }

    /** The newest complete checkpoint, null for none; a cancelled job keeps its last one. */
    private Path newestCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("checkpoints"))) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(Path::getParent)
                    .orElse(null);
        }
    }
}
