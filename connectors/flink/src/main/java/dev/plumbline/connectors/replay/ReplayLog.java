package dev.plumbline.connectors.replay;

import dev.plumbline.tools.json.EventFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The events of any number of files, in whatever order they stand there, as one temporary file in
 * the folding order (occurred_at, sequence, event_id), the rejected lines before them: read in this
 * order nothing is late. Memory is bounded, the disk holds the events up to twice. Closing deletes
 * the file.
 */
public final class ReplayLog implements Closeable {
    /** Memory for sorting, in bytes, where nothing else is said. */
    public static final long DEFAULT_SORT_BYTES = 128L << 20;

    private static final String LOG = "sorted.frames";
    private static final int LINES_PER_REPORT = 2_000;

    private final Scratch scratch;
    private final List<String> origins;
    private final ReplaySummary summary;

    private ReplayLog(Scratch scratch, List<String> origins, ReplaySummary summary) {
        this.scratch = scratch;
        this.origins = origins;
        this.summary = summary;
    }

    /**
     * Reads and sorts the files.
     *
     * @param files NDJSON, plain or gzip
     * @param now events more than five minutes after it are rejected as {@code future}
     * @throws dev.plumbline.tools.json.UnreadableFile if a file is missing or cannot be read
     * @throws UncheckedIOException in one line, if the temporary file cannot be written
     */
    public static ReplayLog of(List<Path> files, Instant now, ReplayProgress progress) {
        return of(files, now, progress, DEFAULT_SORT_BYTES);
    }

    /**
     * As {@link #of(List, Instant, ReplayProgress)}.
     *
     * @param sortBytes memory for sorting, in bytes
     */
    public static ReplayLog of(
            List<Path> files, Instant now, ReplayProgress progress, long sortBytes) {
        Scratch scratch = Scratch.make();
        try (FrameSorter sorter = new FrameSorter(scratch.folder(), sortBytes)) {
            Framing framing = new Framing(now);
            readAll(files, framing, sorter, progress);
            sorter.finish(scratch.file(LOG));
            List<String> origins = files.stream().map(Path::toString).toList();
            return new ReplayLog(scratch, origins, framing.summary());
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException(
                    "Cannot write the sorted events to %s (%s): make room there or choose another folder with -Djava.io.tmpdir"
                            .formatted(scratch.folder(), e.getMessage()),
                    e);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** What is in the files. */
    public ReplaySummary summary() {
        return summary;
    }

    @Override
    public void close() {
        scratch.close();
    }

    /** The sorted frames. */
    Path file() {
        return scratch.file(LOG);
    }

    /** The files as the user named them, by the index in the frames. */
    List<String> origins() {
        return origins;
    }

    private static void readAll(
            List<Path> files, Framing framing, FrameSorter sorter, ReplayProgress progress)
            throws IOException {
        long total = files.stream().mapToLong(ReplayLog::size).sum();
        long done = 0;
        for (int origin = 0; origin < files.size(); origin++) {
            Path path = files.get(origin);
            long before = done;
            try (EventFile file = EventFile.open(path)) {
                ReplayProgress within = (read, size) -> progress.read(before + read, total);
                read(file, framing, sorter, origin, path.toString(), within);
            }
            done += size(path);
            progress.read(done, total);
        }
    }

    private static void read(
            EventFile file,
            Framing framing,
            FrameSorter sorter,
            int origin,
            String name,
            ReplayProgress progress)
            throws IOException {
        long lines = 0;
        for (EventFile.Line line = file.next(); line != null; line = file.next()) {
            sorter.add(framing.frame(line, origin, name));
            if (++lines % LINES_PER_REPORT == 0) {
                progress.read(file.bytesRead(), 0);
            }
        }
    }

    /** Zero for a file that is missing: opening it says so better. */
    private static long size(Path file) {
        return file.toFile().length();
    }
}
