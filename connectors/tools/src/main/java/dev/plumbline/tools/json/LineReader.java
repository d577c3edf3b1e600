package dev.plumbline.tools.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines, holding one line and never more than the limit of it. A line ends with
 * LF or CRLF, or with the stream; the first may begin with a byte order mark, which is not part of
 * it.
 */
final class LineReader {
    private final InputStream in;
    private final int limitBytes;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkStart;
    private int chunkEnd;
    private byte[] line = new byte[4_096];
    private int held;
    private long total;
    private long number;

    LineReader(InputStream in, int limitBytes) {
        this.in = in;
        this.limitBytes = limitBytes;
    }

    /** Moves to the next line; false at the end. After an exception the unfinished line is held. */
    boolean next() throws IOException {
        held = 0;
        total = 0;
        number++;
        while (chunkStart < chunkEnd || fill()) {
            int end = chunkStart;
            while (end < chunkEnd && chunk[end] != '\n') {
                end++;
            }
            hold(chunkStart, end - chunkStart);
            chunkStart = end;
            if (end < chunkEnd) {
                chunkStart++;
                trim();
                return true;
            }
        }
        boolean any = total > 0;
        trim();
        return any;
    }

    private boolean fill() throws IOException {
        chunkStart = 0;
        chunkEnd = 0;
        chunkEnd = Math.max(0, in.read(chunk, 0, chunk.length));
        return chunkEnd > 0;
    }

    private void hold(int start, int length) {
        total += length;
        int kept = Math.min(length, limitBytes - held);
        if (held + kept > line.length) {
            line =
                    Arrays.copyOf(
                            line, Math.min(limitBytes, Math.max(held + kept, line.length * 2)));
        }
        System.arraycopy(chunk, start, line, held, kept);
        held += kept;
    }

    private void trim() {
        dropCarriageReturn();
        if (number == 1) {
            dropByteOrderMark();
        }
    }

    private void dropByteOrderMark() {
        boolean marked =
                held >= 3
                        && line[0] == (byte) 0xEF
                        && line[1] == (byte) 0xBB
                        && line[2] == (byte) 0xBF;
        if (marked) {
            held -= 3;
            total -= 3;
            System.arraycopy(line, 3, line, 0, held);
        }
    }

    private void dropCarriageReturn() {
        if (total == held && held > 0 && line[held - 1] == '\r') {
            held--;
            total--;
        }
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Length of the line in bytes, even where not all of it is held. */
    long totalBytes() {
        return total;
    }

    /** Whether the line was longer than the limit. */
    boolean cut() {
        return total > held;
    }

    byte[] bytes() {
        return line;
    }

    /** How many bytes of {@link #bytes()} are the line. */
    int length() {
        return held;
    }

    boolean blank() {
        for (int i = 0; i < held; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !cut();
    }
}
