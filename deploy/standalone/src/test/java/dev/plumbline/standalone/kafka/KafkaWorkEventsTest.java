package dev.plumbline.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.connectors.avro.SingleObject;
import dev.plumbline.connectors.kafka.AvroTopics;
import dev.plumbline.connectors.kafka.Bounds;
import dev.plumbline.connectors.kafka.InputTopic;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.KafkaWorkEvents;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.schema.Handoff;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("cluster")
class KafkaWorkEventsTest {
    private static final Instant NINE_O_CLOCK = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN_YEARS_AHEAD = Instant.parse("2036-11-20T09:00:00Z");
    private static final SingleObject<WorkEvent> WORK_EVENTS = SingleObject.of(WorkEvent.class);

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(4)
                            .build());

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.temporary();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void givesEveryMessageAsAnEventOrARejectionWithItsPlace() throws Exception {
        KafkaAccess access = topic("mixed", 2);
        byte[] unknown = event("x", NINE_O_CLOCK);
        Arrays.fill(unknown, 2, 10, (byte) 7);
        TopicContent.append(
                access,
                "mixed",
                1,
                Arrays.asList(
                        event("first", NINE_O_CLOCK),
                        unknown,
                        new byte[0],
                        null,
                        "{\"event_id\": \"json\"}".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(event("cut", NINE_O_CLOCK), 20),
                        event("future", TEN_YEARS_AHEAD),
                        event("last", NINE_O_CLOCK.plusSeconds(1))));
        TopicContent.append(access, "mixed", 0, List.of(event("other", NINE_O_CLOCK)));

        List<Arrived> arrived = collect(source(access, "mixed", 2));

        assertThat(arrived)
                .extracting(KafkaWorkEventsTest::line)
                .containsExactlyInAnyOrder(
                        "mixed-0:0 other",
                        "mixed-1:0 first",
                        "mixed-1:1 unknown_schema_fingerprint",
                        "mixed-1:2 empty_value",
                        "mixed-1:3 empty_value",
                        "mixed-1:4 not_single_object",
                        "mixed-1:5 undecodable_avro",
                        "mixed-1:6 future",
                        "mixed-1:7 last");
        assertThat(arrived)
                .filteredOn(a -> a.reason() != null && a.reason().startsWith("future"))
                .extracting(Arrived::eventId)
                .containsExactly("future");
    }

    @Test
    void writesAvroWithAKeyAndLetsTheBrokerStampIt() throws Exception {
        KafkaAccess access = topic("in-1", 1);
        topic("out-1", 1);
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(event("e%03d".formatted(i), NINE_O_CLOCK.plusSeconds(i)));
        }
        TopicContent.append(access, "in-1", 0, events);
        Instant before = Instant.now().minusSeconds(60);

        DataStream<Arrived> stream = source(access, "in-1", 1);
        stream.sinkTo(AvroTopics.atLeastOnce(access, "out-1", new HandoffForm())).uid("topic");
        stream.getExecutionEnvironment().execute();

        SingleObject<Handoff> handoffs = SingleObject.of(Handoff.class);
        List<ConsumerRecord<byte[], byte[]>> written = TopicContent.committed(access, "out-1");
        assertThat(written).hasSize(100);
        ConsumerRecord<byte[], byte[]> last = written.get(99);
        assertThat(new String(last.key(), StandardCharsets.UTF_8)).isEqualTo("acme/e099");
        assertThat(handoffs.decode(last.value()).value().getOpenedAt())
                .isEqualTo(NINE_O_CLOCK.plusSeconds(99));
        assertThat(last.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        assertThat(Instant.ofEpochMilli(last.timestamp())).isAfter(before);
    }

    @Test
    void losesAndRepeatsNothingOverAnExceptionAndARestartOfTheBroker() throws Exception {
        KafkaAccess access = topic("restarts", 2);
        List<String> expected = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            List<byte[]> events = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String id = "%d-%04d".formatted(partition, i);
                expected.add(id);
                events.add(event(id, NINE_O_CLOCK.plusSeconds(i)));
            }
            TopicContent.append(access, "restarts", partition, events);
        }
        Disturbance.rearm(
                () -> {
                    kafka.stop();
                    kafka.start();
                });

        DataStream<Arrived> stream =
                source(access, "restarts", 1)
                        .map(new Disturbance<>())
                        .returns(Arrived.class)
                        .uid("disturbance");
        stream.getExecutionEnvironment().enableCheckpointing(50);
        List<Arrived> arrived = collect(stream);

        assertThat(Disturbance.hasHappened()).isTrue();
        assertThat(arrived)
                .extracting(Arrived::eventId)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void createsWhatIsMissingAndLeavesTheRest() {
        KafkaAccess access = topic("there", 1);

        assertThat(Topics.ensure(access, List.of("there", "new"), 3, (short) 1))
                .containsExactly("new");
        assertThat(Topics.ensure(access, List.of("there", "new"), 3, (short) 1)).isEmpty();
        assertThat(Topics.ensure(access, TopicNames.ALL, 1, (short) 1))
                .containsExactlyInAnyOrderElementsOf(TopicNames.ALL);
    }

    @Test
    void tellsOfATopicWhetherItIsThereAndWhetherItsBeginningIs() throws Exception {
        KafkaAccess access = topic("shortened", 1);
        byte[] event = event("a", NINE_O_CLOCK);
        TopicContent.append(access, "shortened", 0, Collections.nCopies(5, event));
        assertThat(InputTopic.of(access, "shortened").messagesGone()).isZero();

        try (Admin admin = Admin.create(access.clientProperties())) {
            TopicPartition partition = new TopicPartition("shortened", 0);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(3))).all().get();
        }

        assertThat(InputTopic.of(access, "shortened").messagesGone()).isEqualTo(3);
        assertThat(InputTopic.of(access, "shortend").exists()).isFalse();
        assertThat(InputTopic.of(access, "shortend").others()).contains("shortened");
    }

    @Test
    void namesTheServersThatCannotBeReached() {
        KafkaAccess nobody =
                new KafkaAccess(
                        "127.0.0.1:1",
                        "plumbline-test",
                        Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "1000"));

        assertThatThrownBy(() -> Topics.ensure(nobody, TopicNames.ALL, 1, (short) 1))
                .hasMessageStartingWith("Cannot create topics at 127.0.0.1:1: ");
    }

    private static KafkaAccess topic(String name, int partitions) {
        KafkaAccess access = kafka.access("plumbline-test");
        Topics.ensure(access, List.of(name), partitions, (short) 1);
        return access;
    }

    private static byte[] event(String eventId, Instant at) {
        return WORK_EVENTS.encode(
                WorkEvent.newBuilder()
                        .setOrg("acme")
                        .setEventId(eventId)
                        .setType("work_item.created")
                        .setOccurredAt(at)
                        .setSource("jira")
                        .setObject(
                                WorkObject.newBuilder().setType("work_item").setId("P-1").build())
                        .build());
    }

    private static String line(Arrived a) {
        String word =
                a.reason() == null ? a.eventId() : a.reason().substring(0, a.reason().indexOf(":"));
        return a.origin() + ":" + a.position() + " " + word;
    }

    private static DataStream<Arrived> source(KafkaAccess access, String topic, int parallelism) {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        strict.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 5);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(strict);
        environment.setParallelism(parallelism);
        Arrived.Form arrivals = new Arrived.Form();
        return environment
                .fromSource(
                        KafkaWorkEvents.source(access, topic, arrivals, Bounds.EVERYTHING_SO_FAR),
                        SourceClock.bounded(arrivals, Duration.ofMinutes(15)),
                        "Kafka")
                .uid("kafka");
    }

    @SuppressWarnings("try") // an interrupt while closing may pass on
    private static List<Arrived> collect(DataStream<Arrived> stream) throws Exception {
        List<Arrived> elements = new ArrayList<>();
        try (CloseableIterator<Arrived> results = stream.executeAndCollect()) {
            results.forEachRemaining(elements::add);
        }
        return elements;
    }
}
