package dev.plumbline.tools.csv;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.Quote;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table with a header, plain or gzip, row by row. */
public final class CsvRows {
    private final String origin;
    private final CsvDialect dialect;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Consumer<RejectedEvent> rejections;
    private boolean finished;

    private CsvRows(
            InputStream in, String origin, CsvDialect dialect, Consumer<RejectedEvent> rejections)
            throws IOException {
        this.origin = origin;
        this.dialect = dialect;
        this.rejections = rejections;
        Reader text = new InputStreamReader(FileBytes.unpacked(in), dialect.encoding());
        this.parser = dialect.format().parse(withoutByteOrderMark(text));
        this.records = parser.iterator();
    }

    /**
     * Opens a table.
     *
     * @param rejections is told where the table breaks off
     * @throws UnreadableFile where not even its header can be read; the message is one line
     */
    public static CsvRows open(
            InputStream in, String origin, CsvDialect dialect, Consumer<RejectedEvent> rejections) {
        try {
            return new CsvRows(in, origin, dialect, rejections);
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            String said = Quote.sentence(String.valueOf(broken.getMessage()));
            throw new UnreadableFile(origin + ": its header cannot be read: " + said, broken);
        }
    }

    /** Names of the columns. */
    public List<String> columns() {
        return parser.getHeaderNames();
    }

    /** The next row, or null at the end. */
    public Row next() {
        try {
            if (finished || !records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            return new Row(record.getRecordNumber(), record, dialect.nothing());
        } catch (UncheckedIOException | IllegalStateException broken) {
            finished = true;
            boolean truncated = broken.getCause() instanceof EOFException;
            String word = truncated ? "truncated_gzip" : "not_csv";
            String said = Quote.sentence(String.valueOf(broken.getMessage()).replace('\n', ' '));
            RejectedLine why = new RejectedLine(word + ": " + said);
            long row = parser.getRecordNumber() + 1;
            rejections.accept(Rejection.of(origin, row, why, "", 0));
            return null;
        }
    }

    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text, 1);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }
}
