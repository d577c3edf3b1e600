package dev.plumbline.tools.json;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * Reads one file of events, one JSON object per line, plain or gzip, in bounded memory. Every line
 * that is not blank comes out, as an event or as a rejection with its place; a file that breaks off
 * gives what could be read and one rejection more.
 */
public final class EventFile implements AutoCloseable {
    /**
     * One line of the file: either an event or a rejection, the other is null.
     *
     * @param number of the line in the file, from 1
     */
    public record Line(long number, WorkEvent event, RejectedEvent rejected) {
        public boolean isEvent() {
            return event != null;
        }
    }

    private final String origin;
    private final CountingStream disk;
    private LineReader lines;
    private boolean finished;

    private EventFile(InputStream in, String origin) {
        this.disk = new CountingStream(in);
        this.origin = origin;
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableFile where it is missing or may not be read; the message is one line
     */
    public static EventFile open(Path path) {
        return new EventFile(FileBytes.open(path), path.toString());
    }

    /**
     * Reads events from any stream.
     *
     * @param origin names the stream in rejections
     */
    public static EventFile of(InputStream in, String origin) {
        return new EventFile(in, origin);
    }

    /**
     * The next line, or null at the end.
     *
     * @throws UnreadableFile where the disk fails in the middle
     */
    public Line next() {
        while (!finished) {
            try {
                if (!advance()) {
                    finished = true;
                } else if (!lines.blank()) {
                    return parsed();
                }
            } catch (EOFException truncated) {
                finished = true;
                return broken("truncated_gzip: the file ends before its compressed data does");
            } catch (ZipException corrupt) {
                finished = true;
                return broken("corrupt_gzip: " + Quote.sentence(corrupt.getMessage()));
            } catch (IOException failed) {
                throw new UnreadableFile(
                        origin + ": cannot be read on: " + failed.getMessage(), failed);
            }
        }
        return null;
    }

    /** Bytes taken from the disk so far, compressed ones where the file is compressed. */
    public long bytesRead() {
        return disk.count();
    }

    private boolean advance() throws IOException {
        if (lines == null) {
            lines = new LineReader(FileBytes.unpacked(disk), WorkEventJson.LINE_LIMIT_BYTES + 1);
        }
        return lines.next();
    }

    private Line parsed() {
        try {
            if (lines.cut()) {
                throw LineText.tooLong(lines.totalBytes());
            }
            WorkEvent event = WorkEventJson.parse(lines.bytes(), 0, lines.length());
            return new Line(lines.number(), event, null);
        } catch (RejectedLine why) {
            return rejected(lines.number(), why);
        }
    }

    private Line broken(String reason) {
        RejectedLine why = new RejectedLine(reason);
        return lines == null
                ? new Line(1, null, Rejection.of(origin, 1, why, "", disk.count()))
                : rejected(lines.number(), why);
    }

    private Line rejected(long number, RejectedLine why) {
        String raw = Raw.of(lines.bytes(), 0, lines.length());
        return new Line(number, null, Rejection.of(origin, number, why, raw, lines.totalBytes()));
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException harmless) {
            throw new UnreadableFile(
                    origin + ": cannot be closed: " + harmless.getMessage(), harmless);
        }
    }
}
