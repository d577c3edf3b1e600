package dev.plumbline.connectors.replay;

import dev.plumbline.connectors.Arrivals;
import dev.plumbline.connectors.avro.RecordForm;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.FSDataInputStream;

/** Reads frames one after the other; buffers and decoders are used again. */
final class FrameReader<T> implements StreamFormat.Reader<T> {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Arrivals<T> arrivals;
    private final String[] origins;
    private final DataInputStream in;
    private final RecordForm<WorkEvent> events = RecordForm.of(WorkEvent.class);
    private final RecordForm<RejectedEvent> rejections = RecordForm.of(RejectedEvent.class);
    private byte[] payload = new byte[1024];
    private long offset;

    FrameReader(Arrivals<T> arrivals, String[] origins, FSDataInputStream stream, long offset) {
        this.arrivals = arrivals;
        this.origins = origins;
        this.in = new DataInputStream(new BufferedInputStream(stream, BUFFER_BYTES));
        this.offset = offset;
    }

    @Override
    public T read() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        boolean rejected = in.readBoolean();
        String origin = origins[in.readInt()];
        long position = in.readLong();
        if (payload.length < length) {
            payload = new byte[length];
        }
        in.readFully(payload, 0, length);
        offset += Frame.HEADER_BYTES + length;
        return rejected
                ? arrivals.rejected(rejections.read(payload, 0, length))
                : arrivals.event(events.read(payload, 0, length), origin, position);
    }

    @Override
    public CheckpointedPosition getCheckpointedPosition() {
        return new CheckpointedPosition(offset, 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
