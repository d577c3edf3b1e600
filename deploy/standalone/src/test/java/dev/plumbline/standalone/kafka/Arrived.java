package dev.plumbline.standalone.kafka;

import dev.plumbline.connectors.Arrivals;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What the tests' jobs make of a message: flat, so that no Kryo is needed. */
public record Arrived(String origin, long position, String eventId, String reason, long millis) {

    /** Keeps of each message what the tests look at. */
    static final class Form implements Arrivals<Arrived> {
        private static final long serialVersionUID = 1L;

        @Override
        public Arrived event(WorkEvent event, String origin, long position) {
            long millis = event.getOccurredAt().toEpochMilli();
            return new Arrived(origin, position, event.getEventId(), null, millis);
        }

        @Override
        public Arrived rejected(RejectedEvent rejected) {
            return new Arrived(
                    rejected.getOrigin(),
                    rejected.getPosition(),
                    rejected.getEventId(),
                    rejected.getReason(),
                    Long.MIN_VALUE);
        }

        @Override
        public TypeInformation<Arrived> type() {
            return TypeInformation.of(Arrived.class);
        }

        @Override
        public long timestampMillis(Arrived arrived) {
            return arrived.millis();
        }
    }
}
