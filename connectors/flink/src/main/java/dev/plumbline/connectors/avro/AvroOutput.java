package dev.plumbline.connectors.avro;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Avro's binary form, written to an array that grows. */
final class AvroOutput {
    private byte[] bytes = new byte[512];
    private int size;

    void reset() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void writeRaw(byte[] raw) {
        ensure(raw.length);
        System.arraycopy(raw, 0, bytes, size, raw.length);
        size += raw.length;
    }

    /** A zig-zag number of variable length. */
    void writeLong(long value) {
        ensure(10);
        long bits = (value << 1) ^ (value >> 63);
        while ((bits & ~0x7FL) != 0) {
            bytes[size++] = (byte) (bits | 0x80);
            bits >>>= 7;
        }
        bytes[size++] = (byte) bits;
    }

    void writeString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeLong(utf8.length);
        writeRaw(utf8);
    }

    /** Which branch of a union of null and something follows; gives its argument back. */
    boolean writePresent(boolean present) {
        writeLong(present ? 1 : 0);
        return present;
    }

    void writeOptionalString(String text) {
        if (writePresent(text != null)) {
            writeString(text);
        }
    }

    void writeInstant(Instant instant) {
        writeLong(instant.toEpochMilli());
    }

    void writeOptionalInstant(Instant instant) {
        if (writePresent(instant != null)) {
            writeInstant(instant);
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
