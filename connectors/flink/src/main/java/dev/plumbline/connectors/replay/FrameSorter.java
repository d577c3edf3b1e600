package dev.plumbline.connectors.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts more frames than fit into memory: sorted runs on disk, merged at the end (Knuth, The Art of
 * Computer Programming 3, 5.4).
 */
final class FrameSorter {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Runs merged at once: a bound on open files and buffers. */
    private static final int FAN_IN = 64;

    private final Path folder;
    private final long runBytes;
    private final List<Frame> frames = new ArrayList<>();
    private final Deque<Path> runs = new ArrayDeque<>();
    private long bytes;
    private int runNumber;

    /**
     * @param folder where the runs are kept until they are merged
     * @param runBytes memory for frames, at least one is held
     */
    FrameSorter(Path folder, long runBytes) {
        this.folder = folder;
        this.runBytes = runBytes;
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
            writeSorted(target, Frame::writeTo);
            return;
        }
        spill();
        while (runs.size() > FAN_IN) {
            Path merged = nextRun();
            merge(FAN_IN, merged, Frame::writeWithKeyTo);
            runs.add(merged);
        }
        merge(runs.size(), target, Frame::writeTo);
    }

    private void spill() throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        Path run = nextRun();
        writeSorted(run, Frame::writeWithKeyTo);
        runs.add(run);
    }

    private Path nextRun() {
        return folder.resolve("run-" + runNumber++);
    }

    private void writeSorted(Path target, Form form) throws IOException {
        Collections.sort(frames);
        try (DataOutputStream out = open(target)) {
            for (Frame frame : frames) {
                form.write(frame, out);
            }
        }
        frames.clear();
        bytes = 0;
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
