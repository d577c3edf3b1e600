package dev.plumbline.connectors;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Keeps of each arrival what the tests look at. */
public final class TestArrivals implements Arrivals<Arrival> {
    private static final long serialVersionUID = 1L;

    @Override
    public Arrival event(WorkEvent event, String origin, long position) {
        long millis = event.getOccurredAt().toEpochMilli();
        return new Arrival(event.getEventId(), null, millis, origin, position);
    }

    @Override
    public Arrival rejected(RejectedEvent rejected) {
        return new Arrival(
                rejected.getEventId(),
                rejected.getReason(),
                Long.MIN_VALUE,
                rejected.getOrigin(),
                rejected.getPosition());
    }

    @Override
    public TypeInformation<Arrival> type() {
        return TypeInformation.of(Arrival.class);
    }

    @Override
    public long timestampMillis(Arrival arrival) {
        return arrival.occurredAtMillis();
    }
}
