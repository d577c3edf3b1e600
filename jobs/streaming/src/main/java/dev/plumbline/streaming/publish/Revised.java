package dev.plumbline.streaming.publish;

import dev.plumbline.connectors.kafka.AvroForm;
import org.apache.avro.specific.SpecificRecord;

/** The published form of an element: one record for the topic and the row of the store. */
interface Revised<T, R extends SpecificRecord> extends AvroForm<T, R> {

    /** How late in event time it was decided, epoch milliseconds: a higher one replaces a lower. */
    long revision(T element);
}
