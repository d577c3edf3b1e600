package dev.plumbline.connectors.replay;

import dev.plumbline.connectors.Arrivals;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * Reads a replay log as one split. Its checkpoint is the offset of a frame, so that a restored job
 * goes on there instead of reading everything again.
 */
final class FrameFormat<T> implements StreamFormat<T> {
    private final Arrivals<T> arrivals;
    private final String[] origins;

    FrameFormat(Arrivals<T> arrivals, List<String> origins) {
        this.arrivals = arrivals;
        this.origins = origins.toArray(String[]::new);
    }

    @Override
    public Reader<T> createReader(
            Configuration config, FSDataInputStream stream, long fileLength, long splitEnd)
            throws IOException {
        return new FrameReader<>(arrivals, origins, stream, 0);
    }

    @Override
    public Reader<T> restoreReader(
            Configuration config,
            FSDataInputStream stream,
            long restoredOffset,
            long fileLength,
            long splitEnd)
            throws IOException {
        stream.seek(restoredOffset);
        return new FrameReader<>(arrivals, origins, stream, restoredOffset);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return arrivals.type();
    }
}
