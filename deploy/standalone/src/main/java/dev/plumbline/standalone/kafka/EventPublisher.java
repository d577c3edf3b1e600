package dev.plumbline.standalone.kafka;

import dev.plumbline.connectors.avro.SingleObject;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.schema.WorkEvent;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts work events into a topic, in the order given: keyed by organisation and object, so that what
 * concerns one object stays in one partition. An event counts as sent when every in-sync replica
 * has it.
 */
public final class EventPublisher implements AutoCloseable {

    private static final SingleObject<WorkEvent> FORM = SingleObject.of(WorkEvent.class);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public EventPublisher(KafkaAccess kafka, String topic) {
        Properties client = kafka.clientProperties();
        client.put("acks", "all");
        client.put("enable.idempotence", "true");
        client.put("linger.ms", "20");
        client.put("compression.type", "zstd");
        this.producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    /** Sends the event; fails if an earlier one could not be sent. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a failure
    public void publish(WorkEvent event) {
        check();
        String key = event.getOrg() + "/" + event.getObject().getId();
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(topic, keyBytes, FORM.encode(event)),
                (sent, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
    }

    /** Waits until everything is sent. */
    @Override
    public void close() {
        producer.close();
        check();
    }

    private void check() {
        Exception error = failure.get();
        if (error != null) {
            throw new IllegalStateException(
                    "Cannot write to topic %s: %s".formatted(topic, error.getMessage()), error);
        }
    }
}
