package dev.plumbline.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * One record's schema with every version of it that was ever in use: {@code
 * avro-history/<record>/<n>.avsc}, n from 1 without gaps.
 */
record KeptVersions(String record, Schema current, List<Schema> versions) {
    /** Each version must read what each other one wrote: FULL_TRANSITIVE. */
    private static final SchemaValidator BOTH_WAYS =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    static KeptVersions of(Path currentSchema, Path history) throws IOException {
        String record = currentSchema.getFileName().toString().replace(".avsc", "");
        List<Schema> versions = new ArrayList<>();
        Path next = history.resolve(record).resolve("1.avsc");
        while (Files.exists(next)) {
            versions.add(new Schema.Parser().parse(next.toFile()));
            next = next.resolveSibling(versions.size() + 1 + ".avsc");
        }
        return new KeptVersions(
                record, new Schema.Parser().parse(currentSchema.toFile()), List.copyOf(versions));
    }

    /**
     * What breaks old readers or old data, or the reason why the history is not complete; empty if
     * all is well.
     */
    String problem() {
        if (versions.isEmpty()) {
            return record + " has no version 1 in avro-history";
        }
        if (!versions.get(versions.size() - 1).equals(current)) {
            return record
                    + " has changed: keep it as avro-history/%s/%d.avsc"
                            .formatted(record, versions.size() + 1);
        }
        try {
            BOTH_WAYS.validate(current, versions);
            return "";
        } catch (SchemaValidationException incompatible) {
            return record + " is not compatible: " + incompatible.getMessage();
        }
    }
}
