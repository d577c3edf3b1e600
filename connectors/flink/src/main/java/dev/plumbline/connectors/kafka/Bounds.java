package dev.plumbline.connectors.kafka;

import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Which part of a topic a fresh job reads; a job restored from a checkpoint goes on where it was.
 */
public enum Bounds {
    /** From the beginning to what is there when the job starts; then the job ends. */
    EVERYTHING_SO_FAR,
    /** From the beginning and for ever: folded items are complete also after a fresh start. */
    HISTORY_AND_LIVE,
    /** From the offsets the group committed, else from the beginning, and for ever. */
    COMMITTED_AND_LIVE;

    public boolean endless() {
        return this != EVERYTHING_SO_FAR;
    }

    @SuppressWarnings("deprecation") // the connector still takes the client's old enum
    OffsetsInitializer start() {
        return this == COMMITTED_AND_LIVE
                ? OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)
                : OffsetsInitializer.earliest();
    }
}
