package dev.plumbline.connectors;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * How whatever arrives becomes an element of a stream. The job supplies it, so that the connectors
 * know no domain; the sources call it for every line and every message, also for those that are no
 * work event.
 */
public interface Arrivals<T> extends Serializable {
    /**
     * The element of a work event.
     *
     * @param origin file, or topic and partition
     * @param position line, or offset
     */
    T event(WorkEvent event, String origin, long position);

    /** The element of something that arrived and is no work event. */
    T rejected(RejectedEvent rejected);

    /** Type of the elements; not generic, so that nothing is serialised by Kryo. */
    TypeInformation<T> type();

    /**
     * Event time in epoch milliseconds; {@link Long#MIN_VALUE} for a rejected arrival, so that it
     * never moves the clock.
     */
    long timestampMillis(T arrival);
}
