package dev.plumbline.connectors.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sorts more frames than fit into memory: sorted runs on disk, merged at the end (Knuth, The Art of
 * Computer Programming 3, 5.4). A full run is sorted and written by another thread while the next
 * one fills.
 */
final class FrameSorter implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Runs merged at once: a bound on open files and buffers. */
    private static final int FAN_IN = 64;

    private final Path folder;
    private final long runBytes;
    private final Deque<Path> runs = new ArrayDeque<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private List<Frame> frames = new ArrayList<>();
    private Future<?> writing = CompletableFuture.completedFuture(null);
    private long bytes;
    private int runNumber;

    /**
     * @param folder where the runs are kept until they are merged
     * @param memoryBytes memory for frames, half of it for the run that fills; two are always held
     */
    FrameSorter(Path folder, long memoryBytes) {
        this.folder = folder;
        this.runBytes = memoryBytes / 2;
    }

    void add(Frame frame) throws IOException {
        frames.add(frame);
        bytes += frame.memoryBytes();
        if (bytes >= runBytes) {
            spill();
        }
    }

    /** Writes all frames in order, without their keys, to the target; the sorter is empty then. */
    void finish(Path target) throws IOException {
        if (runs.isEmpty()) {
            writeSorted(frames, target, Frame::writeTo);
            return;
        }
        spill();
        awaitWriting();
        while (runs.size() > FAN_IN) {
            Path merged = nextRun();
            merge(FAN_IN, merged, Frame::writeWithKeyTo);
            runs.add(merged);
        }
        merge(runs.size(), target, Frame::writeTo);
    }

    /** Waits for the run that is being written, so that nothing is left behind. */
    @Override
    public void close() throws IOException {
        background.shutdown();
        awaitWriting();
    }

    private void spill() throws IOException {
        awaitWriting();
        Path run = nextRun();
        List<Frame> full = frames;
        writing =
                background.submit(
                        () -> {
                            writeSorted(full, run, Frame::writeWithKeyTo);
                            return run;
                        });
        runs.add(run);
        frames = new ArrayList<>();
        bytes = 0;
    }

    private void awaitWriting() throws IOException {
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while sorting");
        }
    }

    private Path nextRun() {
        return folder.resolve("run-" + runNumber++);
    }

    private static void writeSorted(List<Frame> frames, Path target, Form form) throws IOException {
        Collections.sort(frames);
        try (DataOutputStream out = open(target)) {
            for (Frame frame : frames) {
                form.write(frame, out);
            }
        }
    }

    /** Merges the oldest runs into the target. */
    private void merge(int count, Path target, Form form) throws IOException {
        PriorityQueue<Run> heads = new PriorityQueue<>();
        List<Run> opened = new ArrayList<>();
        try (DataOutputStream out = open(target)) {
            for (int i = 0; i < count; i++) {
                Run run = new Run(runs.remove());
                opened.add(run);
                if (run.advance()) {
                    heads.add(run);
                }
            }
            for (Run run = heads.poll(); run != null; run = heads.poll()) {
                form.write(run.head, out);
                if (run.advance()) {
                    heads.add(run);
                }
            }
        } finally {
            for (Run run : opened) {
                run.close();
            }
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    /** With or without the key. */
    private interface Form {
        void write(Frame frame, DataOutputStream out) throws IOException;
    }

    /** A sorted file and its first frame that is not written yet; deleted when it is closed. */
    private static final class Run implements Comparable<Run>, Closeable {
        private final Path file;
        private final DataInputStream in;
        private Frame head;

        Run(Path file) throws IOException {
            this.file = file;
            this.in =
                    new DataInputStream(
                            new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
        }

        boolean advance() throws IOException {
            head = Frame.readWithKey(in);
            return head != null;
        }

        @Override
        public int compareTo(Run other) {
            return head.compareTo(other.head);
        }

        @Override
        public void close() throws IOException {
            in.close();
            Files.deleteIfExists(file);
        }
    }
}
