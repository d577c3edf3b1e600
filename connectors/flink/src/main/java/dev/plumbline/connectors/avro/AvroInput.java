package dev.plumbline.connectors.avro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Avro's binary form, read from an array. No length is believed before it has been compared with
 * what is there, so that broken bytes cost an exception and no memory.
 */
final class AvroInput {
    private byte[] bytes;
    private int position;
    private int end;

    /** Reads from here on. */
    void reset(byte[] from, int offset, int length) {
        bytes = from;
        position = offset;
        end = offset + length;
    }

    int remaining() {
        return end - position;
    }

    /** A zig-zag number of variable length. */
    long readLong() throws IOException {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position == end) {
                throw new IOException("the record ends too early");
            }
            byte next = bytes[position++];
            bits |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    String readString() throws IOException {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw new IOException(
                    "a text of %d bytes where %d are left".formatted(length, remaining()));
        }
        String text = new String(bytes, position, (int) length, StandardCharsets.UTF_8);
        position += (int) length;
        return text;
    }

    /** Whether the value of a union of null and something is there. */
    boolean readPresent() throws IOException {
        long branch = readLong();
        if (branch != 0 && branch != 1) {
            throw new IOException("a union has no branch " + branch);
        }
        return branch == 1;
    }

    String readOptionalString() throws IOException {
        return readPresent() ? readString() : null;
    }

    Instant readInstant() throws IOException {
        return Instant.ofEpochMilli(readLong());
    }

    Instant readOptionalInstant() throws IOException {
        return readPresent() ? readInstant() : null;
    }

    /** Number of items in the next block of an array or map; 0 at its end. */
    int readBlock() throws IOException {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLong();
        }
        if (count < 0 || count > remaining()) {
            throw new IOException("%d items where %d bytes are left".formatted(count, remaining()));
        }
        return (int) count;
    }
}
