package dev.plumbline.connectors.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
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

    private final Map<Long, DatumReader<R>> readers = new HashMap<>();
    private final DatumWriter<R> writer;
    private final byte[] header;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    @SuppressWarnings("unchecked")
    private SingleObject(Class<R> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema current = model.getSchema(type);
        for (Schema version : SchemaHistory.of(current)) {
            readers.put(
                    SchemaNormalization.parsingFingerprint64(version),
                    (DatumReader<R>) model.createDatumReader(version, current));
        }
        this.writer = (DatumWriter<R>) model.createDatumWriter(current);
        this.header =
                ByteBuffer.allocate(HEADER_BYTES)
                        .putShort(MARKER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(SchemaNormalization.parsingFingerprint64(current))
                        .array();
    }

    /** The encoding of a generated record class. */
    public static <R extends SpecificRecord> SingleObject<R> of(Class<R> type) {
        return new SingleObject<>(type);
    }

    /**
     * The record with its header.
     *
     * @throws org.apache.avro.AvroRuntimeException if a required field is null
     */
    public byte[] encode(R value) {
        bytes.reset();
        bytes.writeBytes(header);
        encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
        try {
            writer.write(value, encoder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A buffer in memory does not fail", e);
        }
        return bytes.toByteArray();
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
        DatumReader<R> reader = readers.get(fingerprint);
        if (reader == null) {
            return Decoded.problem(
                    "unknown_schema_fingerprint: no known version of the schema has %016x"
                            .formatted(fingerprint));
        }
        return decode(reader, message);
    }

    private Decoded<R> decode(DatumReader<R> reader, byte[] message) {
        int length = message.length - HEADER_BYTES;
        try {
            decoder = DecoderFactory.get().binaryDecoder(message, HEADER_BYTES, length, decoder);
            R value = reader.read(null, decoder);
            return decoder.isEnd()
                    ? Decoded.of(value)
                    : Decoded.problem("undecodable_avro: there is more after the record");
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
