package dev.plumbline.connectors.kafka;

import dev.plumbline.connectors.avro.SingleObject;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Key in UTF-8, value in single-object encoding. The message carries no event time: stamped with
 * it, history would be past the topic's retention on arrival.
 */
final class AvroFormSerializer<T, R extends SpecificRecord>
        implements KafkaRecordSerializationSchema<T> {
    private final String topic;
    private final AvroForm<T, R> form;
    private transient SingleObject<R> values;

    AvroFormSerializer(String topic, AvroForm<T, R> form) {
        this.topic = topic;
        this.form = form;
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        values = SingleObject.of(form.type());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T element, KafkaSinkContext context, Long eventTimeMillis) {
        byte[] key = form.key(element).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, values.encode(form.value(element)));
    }
}
