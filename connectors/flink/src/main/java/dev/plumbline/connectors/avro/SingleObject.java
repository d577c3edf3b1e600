package dev.plumbline.connectors.avro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's single-object encoding: the marker {@code C3 01}, the CRC-64-AVRO fingerprint of the
 * writer's schema (8 bytes, little endian), the record in binary. It needs no schema registry: a
 * reader knows every version the record ever had. Keeps buffers, so one instance per thread.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">Avro
 *     specification, single-object encoding</a>
 */
public final class SingleObject<R extends SpecificRecord> {
    private static final int HEADER_BYTES = 10;
    private static final short MARKER = (short) 0xC301;

    private final Map<Long, RecordForm<R>> forms = new HashMap<>();
    private final RecordForm<R> current;
    private final byte[] header;

    private SingleObject(Class<R> type) {
        GeneratedClasses.trust();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        for (Schema version : SchemaHistory.of(schema)) {
            forms.put(
                    SchemaNormalization.parsingFingerprint64(version),
                    new SchemaForm<>(model, version, schema));
        }
        this.current = RecordForm.of(type);
        forms.put(fingerprint, current);
        this.header =
                ByteBuffer.allocate(HEADER_BYTES)
                        .putShort(MARKER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(fingerprint)
                        .array();
    }

    /** The encoding of a generated record class. */
    public static <R extends SpecificRecord> SingleObject<R> of(Class<R> type) {
        return new SingleObject<>(type);
    }

    /**
     * The record with its header.
     *
     * @throws RuntimeException if a required field is null
     */
    public byte[] encode(R value) {
        return current.write(header, value);
    }

    /** The record in these bytes, or why there is none. Never throws, whatever the bytes are. */
    public Decoded<R> decode(byte[] message) {
        if (message == null || message.length == 0) {
            return Decoded.problem("empty_value: the record has no value");
        }
        ByteBuffer buffer = ByteBuffer.wrap(message);
        if (message.length < HEADER_BYTES || buffer.getShort() != MARKER) {
            return Decoded.problem(
                    "not_single_object: the value does not start with C3 01 and a fingerprint");
        }
        long fingerprint = buffer.order(ByteOrder.LITTLE_ENDIAN).getLong();
        RecordForm<R> form = forms.get(fingerprint);
        if (form == null) {
            return Decoded.problem(
                    "unknown_schema_fingerprint: no known version of the schema has %016x"
                            .formatted(fingerprint));
        }
        try {
            return Decoded.of(form.read(message, HEADER_BYTES, message.length - HEADER_BYTES));
        } catch (IOException | RuntimeException e) {
            return Decoded.problem("undecodable_avro: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return message.isEmpty() ? e.getClass().getSimpleName() : message;
    }
}
