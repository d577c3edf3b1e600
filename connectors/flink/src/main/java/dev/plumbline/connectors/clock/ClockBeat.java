package dev.plumbline.connectors.clock;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The event by which a live job writes the time into the topic it reads: read back from a
 * partition, it proves that the partition has been read up to that moment.
 */
public final class ClockBeat {

    /** Source of these events; no connector's name. */
    public static final String SOURCE = "plumbline";

    private static final String ORGANISATION = "default";

    private ClockBeat() {}

    /** The beat of an instant for a partition. */
    public static WorkEvent of(int partition, Instant tick) {
        return WorkEvent.newBuilder()
                .setOrg(ORGANISATION)
                .setEventId("beat:" + partition + ":" + tick.getEpochSecond())
                .setType("source.heartbeat")
                .setOccurredAt(tick.truncatedTo(ChronoUnit.MILLIS))
                .setTimeQuality("exact")
                .setSource(SOURCE)
                .setObject(new WorkObject("source", "clock-" + partition, null))
                .setLinks(List.of())
                .setAttributes(Map.of())
                .build();
    }
}
