package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.connectors.avro.SingleObject;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.kafka.EmbeddedKafka;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.tools.json.WorkEventJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live job whose partitions fall silent, alone or all together, counts what happened when. */
@Tag("cluster")
final class SilentPartitionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration IDLENESS = Duration.ofSeconds(1);
    private static final int TICKETS = 10;

    @TempDir private Path folder;

    private EmbeddedKafka broker;
    private Store store;
    private TopologyToStore answers;
    private KafkaProducer<byte[], byte[]> producer;
    private JobClient job;
    private int published;

    @BeforeEach
    void startTheJob() throws Exception {
        broker = EmbeddedKafka.temporary();
        KafkaAccess kafka = broker.access("plumbline");
        Topics.ensure(kafka, TopicNames.ALL, 2, (short) 1);
        producer =
                new KafkaProducer<>(
                        kafka.clientProperties(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        store = Store.temporary();
        answers = new TopologyToStore(store, null);
        RunLog runs = new RunLog(store.dataSource());
        long runId = runs.begin("default", LiveRun.JOB, "test", "1", Instant.now(), null);
        LiveRun run =
                new LiveRun(
                        kafka,
                        new StoreAccess(store.jdbcUrl(), store.user(), store.password()),
                        DirectoryYaml.parse("pods: from-containers\n", "pods.yaml"),
                        TopologyToStore.PSEUDONYMS);
        job =
                run.start(
                        new LiveOptions(
                                TopicNames.EVENTS,
                                2,
                                null,
                                false,
                                LiveOptions.LATENESS,
                                IDLENESS,
                                LiveOptions.PUBLISH_EVERY,
                                Duration.ZERO,
                                Duration.ofMillis(500),
                                folder.resolve("checkpoints").toUri().toString(),
                                null),
                        runId);
    }

    @AfterEach
    void stop() {
        producer.close();
        store.close();
        broker.close();
    }

    /** Monday's tickets are held back by the lateness bound while everybody is silent. */
    @Test
    void whatWasDoneBeforeASilenceCountsOnItsDay() throws Exception {
        for (String state : new String[] {"todo", "active", "done"}) {
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                publish(0, "T-" + ticket, state, "2024-03-04T17:0" + ticket + ":00Z");
            }
        }
        publish(1, "OTHER", "todo", "2024-03-04T17:09:00Z");
        awaitAdmitted(published);
        Thread.sleep(IDLENESS.multipliedBy(4).toMillis());

        publish(0, "T-99", "todo", "2024-03-05T09:00:00Z");
        awaitAdmitted(published);
        publish(0, "T-99", "todo", "2024-03-05T10:00:00Z");
        awaitAdmitted(published);
        drain();

        assertThat(
                        answers.numbers(
                                "select window_start at time zone 'UTC' || '', value::bigint from"
                                        + " plumbline.pod_metrics where metric = 'throughput' and"
                                        + " split = 'all' and grain = 'day' and value > 0"))
                .isEqualTo(Map.of("2024-03-04 00:00:00", (long) TICKETS));
        assertThat(answers.number("select count(*) from plumbline.late_events")).isZero();
    }

    @Test
    void aPartitionInWhichOnlyGarbageComesHoldsNobodyBack() throws Exception {
        publish(1, "OTHER", "todo", "2024-03-01T08:00:00Z");
        for (int day = 1; day <= 20; day++) {
            publish(0, "T-" + day, "todo", "2024-03-%02dT09:00:00Z".formatted(day));
            send(1, "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8));
            Thread.sleep(200);
        }

        await().atMost(PATIENCE)
                .until(() -> answers.number("select count(*) from plumbline.items") >= 19);
        drain();
        assertThat(answers.number("select count(*) from plumbline.rejected_events")).isEqualTo(20);
    }

    private void publish(int partition, String ticket, String state, String at) throws Exception {
        String line =
                "{\"event_id\":\"%1$d\",\"sequence\":%1$d,\"type\":\"work_item.state_changed\",\"occurred_at\":\"%2$s\",\"source\":\"jira\",\"container\":\"jira:PAY\",\"object\":{\"type\":\"work_item\",\"id\":\"%3$s\"},\"actor\":{\"account\":\"ana\"},\"state_to\":{\"category\":\"%4$s\"}}"
                        .formatted(published++, at, ticket, state);
        send(partition, SingleObject.of(WorkEvent.class).encode(WorkEventJson.parse(line)));
    }

    private void send(int partition, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(TopicNames.EVENTS, partition, null, value)).get();
    }

    private void awaitAdmitted(long count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Counts.of(job.getAccumulators().get()).admitted() >= count);
    }

    private void drain() throws Exception {
        String last = folder.resolve("last").toUri().toString();
        job.stopWithSavepoint(true, last, SavepointFormatType.CANONICAL).get();
    }
}
