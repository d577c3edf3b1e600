package dev.plumbline.connectors.clock;

import dev.plumbline.connectors.avro.SingleObject;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.schema.WorkEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a beat into every partition there is at that moment. The first tick after a start, and the
 * first after a tick that failed, is let pass: what producers have kept back during an outage comes
 * before the time that would make it late.
 */
final class BeatWriter implements SinkWriter<Instant> {

    private static final Logger LOG = LoggerFactory.getLogger(BeatWriter.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final String topic;
    private final SingleObject<WorkEvent> form = SingleObject.of(WorkEvent.class);
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private boolean reached;
    private boolean told;

    BeatWriter(KafkaAccess kafka, String topic) {
        this.topic = topic;
        Properties questions = kafka.adminProperties();
        questions.put("default.api.timeout.ms", "5000");
        Properties client = kafka.clientProperties();
        client.put("enable.idempotence", "false");
        client.put("max.block.ms", "5000");
        client.put("request.timeout.ms", "5000");
        client.put("delivery.timeout.ms", "10000");
        client.put("linger.ms", "0");
        this.admin = Admin.create(questions);
        this.producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void write(Instant tick, Context context) throws InterruptedException {
        boolean before = reached;
        reached = false;
        try {
            List<Integer> partitions = partitions();
            Exception failed = failure.getAndSet(null);
            if (failed != null) {
                tell(failed);
                return;
            }
            reached = true;
            if (before) {
                told = false;
                partitions.forEach(partition -> send(partition, tick));
            }
        } catch (ExecutionException e) {
            tell(e.getCause());
        } catch (KafkaException e) {
            tell(e);
        }
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
        admin.close(CLOSE_WITHIN);
    }

    private List<Integer> partitions() throws ExecutionException, InterruptedException {
        return admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .stream()
                .map(TopicPartitionInfo::partition)
                .toList();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a failure
    private void send(int partition, Instant tick) {
        WorkEvent beat = ClockBeat.of(partition, tick);
        byte[] key =
                (beat.getOrg() + "/" + beat.getObject().getId()).getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(topic, partition, key, form.encode(beat)),
                (sent, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
    }

    /** Once until it works again. */
    private void tell(Throwable why) {
        if (!told) {
            told = true;
            LOG.warn(
                    "Cannot write the time into topic {}: {}. While all sources are silent time"
                            + " stands.",
                    topic,
                    why.getMessage());
        }
    }
}
