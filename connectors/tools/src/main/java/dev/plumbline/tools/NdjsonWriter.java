package dev.plumbline.tools;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * Writes events to a file or stream, one JSON line each; gzip where the file's name ends in .gz.
 */
public final class NdjsonWriter implements EventSink, AutoCloseable {
    private final OutputStream out;
    private final String name;
    private final Consumer<RejectedEvent> rejections;
    private long events;
    private long rejected;

    private NdjsonWriter(OutputStream out, String name, Consumer<RejectedEvent> rejections) {
        this.out = out;
        this.name = name;
        this.rejections = rejections;
    }

    /**
     * Writes to a file, replacing what it held.
     *
     * @param rejections is told what was no event
     * @throws UnreadableFile where the file cannot be written; the message is one line
     */
    public static NdjsonWriter open(Path file, Consumer<RejectedEvent> rejections) {
        try {
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            boolean gzip = file.toString().endsWith(".gz");
            return new NdjsonWriter(
                    gzip ? new GZIPOutputStream(out, 1 << 16) : out, file.toString(), rejections);
        } catch (IOException failed) {
            throw new UnreadableFile(file + ": cannot be written: " + failed, failed);
        }
    }

    /** Writes to a stream, for example standard output. */
    public static NdjsonWriter to(OutputStream out, Consumer<RejectedEvent> rejections) {
        return new NdjsonWriter(new BufferedOutputStream(out, 1 << 16), "output", rejections);
    }

    @Override
    public void event(WorkEvent event) {
        try {
            out.write(WorkEventJson.write(event).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            events++;
        } catch (IOException failed) {
            throw new UnreadableFile(name + ": cannot be written: " + failed, failed);
        }
    }

    @Override
    public void rejected(RejectedEvent event) {
        rejected++;
        rejections.accept(event);
    }

    /** How many events were written. */
    public long events() {
        return events;
    }

    /** How many were rejected. */
    public long rejections() {
        return rejected;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw new UnreadableFile(name + ": cannot be written: " + failed, failed);
        }
    }
}
