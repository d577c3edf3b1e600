package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.directory.Directory;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.kafka.EmbeddedKafka;
import dev.plumbline.standalone.kafka.EventPublisher;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.StoreAddress;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code flink run} of the packaged job on a cluster of processes gives what a replay of the same
 * events gives, though a task manager is killed in the middle.
 */
@Tag("packaged")
final class PackagedJobTest {

    private static final Path JAR = Path.of("target", "plumbline-job.jar").toAbsolutePath();
    private static final String PODS = "pods: from-containers\nagents: [{account: copilot}]\n";
    private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HISTORIES = 20;

    @TempDir private Path folder;

    private final Directory directory = DirectoryYaml.parse(PODS, "pods.yaml");
    private final List<WorkEvent> events = RandomHistories.of(HISTORIES);
    private KafkaAccess kafka;

    @Test
    void aClusterThatLosesATaskManagerGivesTheAnswerOfTheReplay() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.temporary();
                FlinkCluster cluster = FlinkCluster.start(folder.resolve("cluster"));
                Store store = Store.temporary()) {
            Process first = cluster.startTaskManager();
            kafka = broker.access("plumbline");
            Topics.ensure(kafka, TopicNames.ALL, 3, (short) 1);
            TopologyToStore replay = new TopologyToStore(store, directory);
            replay.run(events, 2);
            Map<String, String> answer = replay.export(folder.resolve("replayed"));
            replay.clear();
            int half = events.size() / 2;
            int later = events.size() * 3 / 4;

            publish(events.subList(0, half));
            await().atMost(PATIENCE).ignoreExceptions().until(() -> listens(cluster));
            String job = submit(cluster, store);
            awaitRead(half);
            publish(events.subList(half, later));
            first.destroyForcibly().waitFor();
            cluster.startTaskManager();
            publish(events.subList(later, events.size()));
            awaitRead(events.size());
            assertThat(cluster.ask("/jobs/" + job + "/checkpoints"))
                    .containsPattern("\"restored\":[1-9]");
            cluster.flink(
                    "stop", "--drain", "-p", folder.resolve("savepoints").toUri().toString(), job);

            assertThat(replay.export(folder.resolve("from-cluster"))).isEqualTo(answer);
        }
    }

    private String submit(FlinkCluster cluster, Store store) throws Exception {
        Path pods = Files.writeString(folder.resolve("pods.yaml"), PODS);
        String digits = HexFormat.of().formatHex(TopologyToStore.KEY);
        Path key = Files.writeString(folder.resolve("pseudonym.key"), digits);
        List<String> command = new ArrayList<>();
        command.addAll(List.of("run", "-d", "-p", "2", JAR.toString()));
        command.addAll(List.of("run", LiveRun.JOB));
        command.addAll(List.of("--kafka", kafka.bootstrapServers(), "--store", url(store)));
        command.addAll(List.of("--directory", pods.toString(), "--key-file", key.toString()));
        command.addAll(List.of("--until", events.get(events.size() - 1).getOccurredAt() + ""));
        command.addAll(List.of("--checkpoint-every", "0.3s", "--idleness", "10m"));
        command.addAll(List.of("--beat", "0s"));
        command.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toUri() + ""));
        String said = cluster.flink(command.toArray(String[]::new));
        Matcher id = JOB_ID.matcher(said);
        assertThat(id.find()).as(said).isTrue();
        return id.group(1);
    }

    private void publish(List<WorkEvent> part) {
        try (EventPublisher publisher = new EventPublisher(kafka, TopicNames.EVENTS)) {
            part.forEach(publisher::publish);
        }
    }

    /** Waits until a checkpoint has completed that counts so many events as read. */
    private void awaitRead(long count) {
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () ->
                                    admin
                                                    .listConsumerGroupOffsets(kafka.groupId())
                                                    .partitionsToOffsetAndMetadata()
                                                    .get()
                                                    .values()
                                                    .stream()
                                                    .mapToLong(OffsetAndMetadata::offset)
                                                    .sum()
                                            == count);
        }
    }

    private static boolean listens(FlinkCluster cluster) throws Exception {
        return cluster.ask("/overview").contains("\"taskmanagers\":1");
    }

    private static String url(Store store) {
        StoreAddress address = store.address();
        String login = address.user() + ":" + address.password();
        return "postgresql://%s@%s:%d/%s"
                .formatted(login, address.host(), address.port(), address.database());
    }
}
