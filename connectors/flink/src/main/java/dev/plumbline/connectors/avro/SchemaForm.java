package dev.plumbline.connectors.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The form of any record, as Avro derives it from the schemas. */
final class SchemaForm<R extends SpecificRecord> implements RecordForm<R> {
    private final DatumReader<R> reader;
    private final DatumWriter<R> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    /**
     * Reads what was written with a version of the schema.
     *
     * @param written the writer's version
     * @param current the version of the generated class
     */
    @SuppressWarnings("unchecked")
    SchemaForm(SpecificData model, Schema written, Schema current) {
        this.reader = (DatumReader<R>) model.createDatumReader(written, current);
        this.writer = (DatumWriter<R>) model.createDatumWriter(current);
    }

    @Override
    public R read(byte[] message, int offset, int length) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(message, offset, length, decoder);
        R value = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("there is more after the record");
        }
        return value;
    }

    @Override
    public byte[] write(byte[] header, R value) {
        bytes.reset();
        bytes.writeBytes(header);
        encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
        try {
            writer.write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
