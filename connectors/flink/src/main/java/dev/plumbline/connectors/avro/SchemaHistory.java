package dev.plumbline.connectors.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;

/**
 * The versions of a record that were ever written to a topic: {@code
 * avro-history/<record>/<n>.avsc} on the class path, n from 1 without gaps. What was stored once
 * stays readable.
 */
final class SchemaHistory {
    private SchemaHistory() {}

    /** Every kept version of the record, oldest first, and its current schema last. */
    static List<Schema> of(Schema current) {
        String folder = "/avro-history/" + fileName(current.getName()) + "/";
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            Schema schema = read(folder + version + ".avsc");
            if (schema == null) {
                break;
            }
            versions.add(schema);
        }
        versions.add(current);
        return versions;
    }

    /** {@code WorkEvent} is kept under {@code work-event}. */
    private static String fileName(String record) {
        return record.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Schema read(String resource) {
        try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schema " + resource, e);
        }
    }
}
