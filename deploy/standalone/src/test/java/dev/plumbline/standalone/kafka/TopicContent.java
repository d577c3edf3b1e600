package dev.plumbline.standalone.kafka;

import dev.plumbline.connectors.kafka.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes and reads a topic as any other program would. */
final class TopicContent {
    private TopicContent() {}

    /** Appends values in order to one partition; the producer stamps them with its clock. */
    static void append(KafkaAccess access, String topic, int partition, List<byte[]> values)
            throws InterruptedException, ExecutionException {
        Properties client = access.clientProperties();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            Future<RecordMetadata> last = CompletableFuture.completedFuture(null);
            for (byte[] value : values) {
                last = producer.send(new ProducerRecord<>(topic, partition, null, value));
            }
            producer.flush();
            last.get();
        }
    }

    /** All committed messages of the topic's first partition. */
    static List<ConsumerRecord<byte[], byte[]>> committed(KafkaAccess access, String topic) {
        Properties client = access.clientProperties();
        client.setProperty("isolation.level", "read_committed");
        client.setProperty("auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(messages::add);
            }
        }
        return messages;
    }
}
