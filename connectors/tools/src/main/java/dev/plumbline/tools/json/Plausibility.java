package dev.plumbline.tools.json;

import dev.plumbline.schema.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One bad clock must not move everybody's time: an event may not lie ahead of the one who reads it.
 */
public final class Plausibility {
    /** How far a healthy clock may run ahead. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private Plausibility() {}

    /**
     * The reason to reject this event at {@code now}, or empty.
     *
     * @param now the instant of ingestion
     */
    public static Optional<String> future(WorkEvent event, Instant now) {
        Instant limit = now.plus(CLOCK_TOLERANCE);
        if (!event.getOccurredAt().isAfter(limit)) {
            return Optional.empty();
        }
        return Optional.of(
                "future: occurred_at "
                        + event.getOccurredAt()
                        + " is more than 5 minutes ahead of "
                        + now);
    }
}
