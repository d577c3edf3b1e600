package dev.plumbline.connectors.kafka;

import dev.plumbline.connectors.Arrivals;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** Work events from a topic, in Avro single-object encoding. */
public final class KafkaWorkEvents {
    private static final String DISCOVERY_MILLIS = "60000";

    private KafkaWorkEvents() {}

    /**
     * The source of a topic. Whatever is no work event, or lies in the future of the moment at
     * which the broker stored it, comes as a rejected arrival with topic-partition and offset:
     * nothing in a topic can stop the job.
     */
    public static <T> KafkaSource<T> source(
            KafkaAccess access, String topic, Arrivals<T> arrivals, Bounds bounds) {
        KafkaSourceBuilder<T> source =
                KafkaSource.<T>builder()
                        .setProperties(access.clientProperties())
                        .setGroupId(access.groupId())
                        .setTopics(topic)
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new WorkEventDeserializer<>(arrivals))
                        .setProperty("isolation.level", "read_committed");
        if (bounds.endless()) {
            return source.setProperty("partition.discovery.interval.ms", DISCOVERY_MILLIS).build();
        }
        return source.setBounded(OffsetsInitializer.latest()).build();
    }
}
