package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.connectors.avro.SingleObject;
import dev.plumbline.connectors.clock.WallClock;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.kafka.EmbeddedKafka;
import dev.plumbline.standalone.kafka.EventPublisher;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.tools.json.WorkEventJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody is silent, and a live job's time goes on. */
@Tag("cluster")
final class WallClockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration LATENESS = Duration.ofSeconds(1);

    @TempDir private Path folder;

    private EmbeddedKafka broker;
    private KafkaAccess kafka;
    private Store store;
    private TopologyToStore answers;
    private int published;

    @BeforeEach
    void start() {
        broker = EmbeddedKafka.temporary();
        kafka = broker.access("plumbline");
        Topics.ensure(kafka, TopicNames.ALL, 3, (short) 1);
        store = Store.temporary();
        answers = new TopologyToStore(store, null);
    }

    @AfterEach
    void stop() {
        store.close();
        broker.close();
    }

    /** The organisation lives where midnight is ten seconds away. */
    @Test
    void theDayOfAHandoffThatWaitsClosesThoughNobodySaysAnything() throws Exception {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
        JobClient job = job(zoneWithMidnightAt(midnight), BEAT, null);
        publish("T-1", midnight.minusSeconds(11));

        await().atMost(PATIENCE).until(() -> answers.number(openAt(midnight)) == 1);

        job.cancel().get();
        assertThat(answers.number("select count(*) from plumbline.late_events")).isZero();
        assertThat(answers.number("select count(*) from plumbline.rejected_events")).isZero();
        String ownLife = "select count(*) from plumbline.source_health where source = 'plumbline'";
        assertThat(answers.number(ownLife)).isZero();
        assertThat(beats()).isEqualTo(Set.of(0, 1, 2));
    }

    @Test
    void timeGoesOnAfterARestartAndStandsWithoutBeats() throws Exception {
        JobClient first = job("UTC", BEAT, null);
        publish("T-1", Instant.now());
        await().atMost(PATIENCE).until(() -> handoffs() == 1);
        String stopped = stop(first, "first");

        publish("T-2", Instant.now());
        JobClient still = job("UTC", Duration.ZERO, stopped);
        Thread.sleep(LATENESS.plus(BEAT.multipliedBy(8)).toMillis());
        assertThat(handoffs()).isEqualTo(1);
        String stoppedAgain = stop(still, "still");

        JobClient last = job("UTC", BEAT, stoppedAgain);
        await().atMost(PATIENCE).until(() -> handoffs() == 2);
        last.cancel().get();
        assertThat(answers.number("select count(*) from plumbline.late_events")).isZero();
    }

    @Test
    void aPartitionThatIsAddedGetsTheTimeToo() throws Exception {
        JobClient job = job("UTC", BEAT, null);
        await().atMost(PATIENCE).until(() -> beats().size() == 3);
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            admin.createPartitions(Map.of(TopicNames.EVENTS, NewPartitions.increaseTo(4)))
                    .all()
                    .get();
        }

        await().atMost(PATIENCE).until(() -> beats().size() == 4);
        job.cancel().get();
    }

    @Test
    void aTopicThatMayBeWrittenIsNotRefusedAndOneThatIsNotThereIs() {
        assertThat(WallClock.refusal(kafka, TopicNames.EVENTS)).isEmpty();
        assertThat(WallClock.refusal(kafka, "no.such.topic").orElseThrow())
                .startsWith("cannot look at topic no.such.topic: ");
    }

    private static String zoneWithMidnightAt(Instant midnight) {
        int seconds = LocalTime.ofInstant(midnight, ZoneOffset.UTC).toSecondOfDay();
        int offset = seconds <= 12 * 3600 ? -seconds : 24 * 3600 - seconds;
        return ZoneOffset.ofTotalSeconds(offset).getId();
    }

    private static String openAt(Instant midnight) {
        return """
        select count(*) from plumbline.pod_metrics
        where metric = 'open_handoffs' and split = 'all' and grain = 'day' and value = 1
          and window_end = '%s' and revision = %d
        """
                .formatted(midnight, midnight.toEpochMilli());
    }

    private long handoffs() throws Exception {
        return answers.number("select count(*) from plumbline.handoffs");
    }

    private JobClient job(String zone, Duration beat, String restoreFrom) throws Exception {
        RunLog runs = new RunLog(store.dataSource());
        long runId = runs.begin("default", LiveRun.JOB, "test", "1", Instant.now(), null);
        String directory = "organisation: {zone: '" + zone + "'}\npods: from-containers\n";
        LiveRun run =
                new LiveRun(
                        kafka,
                        new StoreAccess(store.jdbcUrl(), store.user(), store.password()),
                        DirectoryYaml.parse(directory, "pods.yaml"),
                        TopologyToStore.PSEUDONYMS);
        return run.start(
                new LiveOptions(
                        TopicNames.EVENTS,
                        2,
                        null,
                        false,
                        LATENESS,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(1),
                        beat,
                        Duration.ofMillis(500),
                        folder.resolve("checkpoints").toUri().toString(),
                        restoreFrom),
                runId);
    }

    private String stop(JobClient job, String name) throws Exception {
        String place = folder.resolve(name).toUri().toString();
        return job.stopWithSavepoint(false, place, SavepointFormatType.CANONICAL).get();
    }

    /** Ana assigns a ticket to Ben. */
    private void publish(String ticket, Instant at) throws Exception {
        String line =
                "{\"event_id\":\"%1$d\",\"type\":\"work_item.assigned\",\"occurred_at\":\"%2$s\",\"source\":\"jira\",\"container\":\"jira:PAY\",\"object\":{\"type\":\"work_item\",\"id\":\"%3$s\"},\"actor\":{\"account\":\"ana\"},\"owner_to\":\"ben\"}"
                        .formatted(published++, at, ticket);
        try (EventPublisher publisher = new EventPublisher(kafka, TopicNames.EVENTS)) {
            publisher.publish(WorkEventJson.parse(line));
        }
    }

    /** The partitions that hold a beat. */
    private Set<Integer> beats() {
        SingleObject<WorkEvent> form = SingleObject.of(WorkEvent.class);
        Properties client = kafka.clientProperties();
        client.setProperty("auto.offset.reset", "earliest");
        Set<Integer> partitions = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    consumer.partitionsFor(TopicNames.EVENTS).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                WorkEvent event = form.decode(message.value()).value();
                if (event.getEventId().startsWith("beat:" + message.partition() + ":")) {
                    partitions.add(message.partition());
                }
            }
        }
        return partitions;
    }
}
