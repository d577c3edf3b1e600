package dev.plumbline.connectors.kafka;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** How an element of a stream is written to a topic; the job supplies it. */
public interface AvroForm<T, R extends SpecificRecord> extends Serializable {
    /** The generated class of the topic's values. */
    Class<R> type();

    /** The value. */
    R value(T element);

    /** The key: what must stay in order has the same one. */
    String key(T element);
}
