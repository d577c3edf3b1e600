package dev.plumbline.connectors.avro;

import dev.plumbline.schema.WorkEvent;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One version of a record's binary form. Keeps buffers, so one instance per thread. */
public interface RecordForm<R> {
    /** The form of the current version, the fastest there is. */
    @SuppressWarnings("unchecked") // R is WorkEvent where the cast is made
    static <R extends SpecificRecord> RecordForm<R> of(Class<R> type) {
        GeneratedClasses.trust();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        if (type == WorkEvent.class && fingerprint == WorkEventBinary.FINGERPRINT) {
            return (RecordForm<R>) new WorkEventBinary();
        }
        return new SchemaForm<>(model, schema, schema);
    }

    /**
     * The record in these bytes.
     *
     * @throws IOException or a runtime exception, if they are none or there is more behind it
     */
    R read(byte[] bytes, int offset, int length) throws IOException;

    /** The bytes of the record, after those of the header. */
    byte[] write(byte[] header, R value);
}
