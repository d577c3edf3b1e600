package dev.plumbline.connectors.replay;

import dev.plumbline.connectors.Arrivals;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;

/** The bounded source of a replay: one split, in order, checkpointed. */
public final class ReplaySource {
    private ReplaySource() {}

    /**
     * Reads the log, which must stay open as long as the job runs. Use it with {@link
     * dev.plumbline.connectors.SourceClock#sorted}.
     */
    public static <T> FileSource<T> of(ReplayLog log, Arrivals<T> arrivals) {
        FrameFormat<T> format = new FrameFormat<>(arrivals, log.origins());
        return FileSource.forRecordStreamFormat(format, new Path(log.file().toUri())).build();
    }
}
