package dev.plumbline.simulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes a truth as one JSON line; what it does not have is left out. */
public final class TruthJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DECIMALS = 3;

    private TruthJson() {}

    public static String write(Truth truth) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            text(out, "kind", truth.kind());
            text(out, "pod", truth.pod());
            text(out, "object_type", truth.objectType());
            text(out, "object_id", truth.objectId());
            text(out, "container", truth.container());
            text(out, "account", truth.account());
            time(out, "from", truth.from());
            time(out, "until", truth.until());
            size(out, truth);
            out.writeArrayFieldStart("find");
            for (String what : truth.find()) {
                out.writeString(what);
            }
            out.writeEndArray();
            text(out, "variant", truth.variant());
            text(out, "event", truth.event());
            time(out, "due", truth.due());
            text(out, "last_event", truth.lastEvent());
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static void size(JsonGenerator out, Truth truth) throws IOException {
        if (truth.size() != null) {
            out.writeNumberField(
                    "size",
                    BigDecimal.valueOf(truth.size()).setScale(DECIMALS, RoundingMode.HALF_UP));
            text(out, "unit", truth.unit());
        }
    }

    private static void text(JsonGenerator out, String field, String value) throws IOException {
        if (value != null) {
            out.writeStringField(field, value);
        }
    }

    private static void time(JsonGenerator out, String field, Instant value) throws IOException {
        if (value != null) {
            out.writeStringField(field, value.toString());
        }
    }
}
