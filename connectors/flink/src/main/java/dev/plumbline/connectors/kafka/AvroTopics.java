package dev.plumbline.connectors.kafka;

import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;

/** Sinks that write Avro single-object values with a key. */
public final class AvroTopics {
    private AvroTopics() {}

    /** After a restart a value may stand twice in the topic, with the same key and revision. */
    public static <T, R extends SpecificRecord> KafkaSink<T> atLeastOnce(
            KafkaAccess access, String topic, AvroForm<T, R> form) {
        return sink(access, topic, form)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    private static <T, R extends SpecificRecord> KafkaSinkBuilder<T> sink(
            KafkaAccess access, String topic, AvroForm<T, R> form) {
        Properties client = access.clientProperties();
        client.putIfAbsent("compression.type", "zstd");
        client.putIfAbsent("linger.ms", "50");
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(client)
                .setBootstrapServers(access.bootstrapServers())
                .setRecordSerializer(new AvroFormSerializer<>(topic, form));
    }
}
