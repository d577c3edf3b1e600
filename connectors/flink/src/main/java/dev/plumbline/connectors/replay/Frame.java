package dev.plumbline.connectors.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of the files on its way through the sort: where it stands in the order, where it came
 * from, and the record in Avro binary.
 *
 * @param occurredAtMillis event time; {@link Long#MIN_VALUE} for a rejected line
 * @param eventId empty for a rejected line
 * @param origin index of the file
 * @param position line in the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by equals
record Frame(
        long occurredAtMillis,
        long sequence,
        String eventId,
        boolean rejected,
        int origin,
        long position,
        byte[] payload)
        implements Comparable<Frame> {

    /** Bytes of a frame in the log before its payload. */
    static final int HEADER_BYTES = 4 + 1 + 4 + 8;

    /** What a frame takes in memory besides its payload, roughly. */
    private static final long OVERHEAD_BYTES = 160;

    /** Rejected lines first, then the folding order; a total order, whatever the files' order. */
    @Override
    public int compareTo(Frame other) {
        if (rejected != other.rejected) {
            return rejected ? -1 : 1;
        }
        int order = Long.compare(occurredAtMillis, other.occurredAtMillis);
        if (order == 0) {
            order = Long.compare(sequence, other.sequence);
        }
        if (order == 0) {
            order = eventId.compareTo(other.eventId);
        }
        if (order == 0) {
            order = Arrays.compareUnsigned(payload, other.payload);
        }
        if (order == 0) {
            order = Integer.compare(origin, other.origin);
        }
        return order == 0 ? Long.compare(position, other.position) : order;
    }

    long memoryBytes() {
        return OVERHEAD_BYTES + eventId.length() + payload.length;
    }

    /** The frame without its key, as the source reads it. */
    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(payload.length);
        out.writeBoolean(rejected);
        out.writeInt(origin);
        out.writeLong(position);
        out.write(payload);
    }

    /** The frame with its key, as the merge reads it. */
    void writeWithKeyTo(DataOutputStream out) throws IOException {
        byte[] id = eventId.getBytes(StandardCharsets.UTF_8);
        out.writeInt(id.length);
        out.write(id);
        out.writeLong(occurredAtMillis);
        out.writeLong(sequence);
        writeTo(out);
    }

    /** The next frame of a run, {@code null} at its end. */
    static Frame readWithKey(DataInputStream in) throws IOException {
        int idLength;
        try {
            idLength = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        String id = new String(in.readNBytes(idLength), StandardCharsets.UTF_8);
        long millis = in.readLong();
        long sequence = in.readLong();
        int length = in.readInt();
        boolean rejected = in.readBoolean();
        int origin = in.readInt();
        long position = in.readLong();
        return new Frame(millis, sequence, id, rejected, origin, position, in.readNBytes(length));
    }
}
