package dev.plumbline.tools.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.plumbline.schema.WorkEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON form of a work event: one object per line, field names as in the contract, times
 * ISO-8601 with offset or epoch milliseconds, unknown fields ignored.
 */
public final class WorkEventJson {
    /** A longer line is rejected: events carry facts, not documents. */
    public static final int LINE_LIMIT_BYTES = 1_048_576;

    private static final JsonFactory JSON = new JsonFactory();

    private WorkEventJson() {}

    /**
     * The event of one line of UTF-8, without the line's end.
     *
     * @throws RejectedLine with the reason, for every line that is no event
     */
    public static WorkEvent parse(byte[] line) throws RejectedLine {
        return parse(line, 0, line.length);
    }

    /** The event of the {@code length} bytes of UTF-8 from {@code offset}. */
    public static WorkEvent parse(byte[] bytes, int offset, int length) throws RejectedLine {
        LineText.check(bytes, offset, length);
        try (JsonParser in = JSON.createParser(bytes, offset, length)) {
            return new EventParser(in).parse();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The event of one line of text. */
    public static WorkEvent parse(String line) throws RejectedLine {
        return parse(line.getBytes(StandardCharsets.UTF_8));
    }

    /** One line without its end: fields in the contract's order, times in UTC, nulls left out. */
    public static String write(WorkEvent event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            EventWriter.write(event, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
