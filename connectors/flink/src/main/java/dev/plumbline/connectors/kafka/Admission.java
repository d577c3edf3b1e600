package dev.plumbline.connectors.kafka;

import dev.plumbline.schema.WorkEvent;
import java.time.Duration;
import java.time.Instant;

/** The rules a decoded event must meet, as they hold for the JSON form. */
final class Admission {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final long NO_TIMESTAMP = -1;

    private Admission() {}

    /**
     * What is wrong with the event, or {@code null}.
     *
     * @param storedMillis when the broker or the producer stamped the message, epoch milliseconds;
     *     -1 where nobody did
     */
    static String problem(WorkEvent event, long storedMillis) {
        if (storedMillis == NO_TIMESTAMP) {
            return null;
        }
        Instant stored = Instant.ofEpochMilli(storedMillis);
        if (event.getOccurredAt().isAfter(stored.plus(CLOCK_TOLERANCE))) {
            return "future: occurred_at %s is more than 5 minutes ahead of %s"
                    .formatted(event.getOccurredAt(), stored);
        }
        return null;
    }
}
