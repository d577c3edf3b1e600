package dev.plumbline.connectors.clock;

import dev.plumbline.connectors.kafka.KafkaAccess;
import java.time.Instant;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the time into every partition of a topic. A beat that cannot be written is no loss, since
 * the next one says more: so it neither fails the job nor waits for a checkpoint, as a sink for
 * data must.
 */
record BeatSink(KafkaAccess kafka, String topic) implements Sink<Instant> {

    @Override
    public SinkWriter<Instant> createWriter(WriterInitContext context) {
        return new BeatWriter(kafka, topic);
    }
}
