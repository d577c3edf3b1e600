package dev.plumbline.connectors.kafka;

import dev.plumbline.connectors.Arrivals;
import dev.plumbline.connectors.avro.Decoded;
import dev.plumbline.connectors.avro.SingleObject;
import dev.plumbline.schema.WorkEvent;
import java.util.Optional;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A message becomes a work event or a rejected arrival, never an exception. */
final class WorkEventDeserializer<T> implements KafkaRecordDeserializationSchema<T> {
    private final Arrivals<T> arrivals;
    private transient SingleObject<WorkEvent> workEvents;

    WorkEventDeserializer(Arrivals<T> arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        workEvents = SingleObject.of(WorkEvent.class);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<T> out) {
        out.collect(arrival(message));
    }

    private T arrival(ConsumerRecord<byte[], byte[]> message) {
        Decoded<WorkEvent> decoded = workEvents.decode(message.value());
        if (!decoded.isValue()) {
            return arrivals.rejected(RejectedMessage.undecodable(message, decoded.problem()));
        }
        WorkEvent event = decoded.value();
        Optional<String> problem =
                Admission.problem(event, message.timestamp(), System.currentTimeMillis());
        if (problem.isPresent()) {
            return arrivals.rejected(RejectedMessage.of(message, event, problem.get()));
        }
        return arrivals.event(event, RejectedMessage.origin(message), message.offset());
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return arrivals.type();
    }
}
