package dev.plumbline.connectors.kafka;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.EventRules;
import dev.plumbline.tools.json.Plausibility;
import java.time.Instant;
import java.util.Optional;

/** The rules a decoded event must meet, as they hold for the JSON form. */
final class Admission {
    private static final long NO_TIMESTAMP = -1;

    private Admission() {}

    /**
     * What is wrong with the event, or empty.
     *
     * @param storedMillis when the broker or the producer stamped the message, epoch milliseconds;
     *     -1 where nobody did; a producer's stamp may lie in the future as its event does
     * @param nowMillis the reader's clock, epoch milliseconds
     */
    static Optional<String> problem(WorkEvent event, long storedMillis, long nowMillis) {
        Optional<String> problem = EventRules.problem(event);
        if (problem.isPresent()) {
            return problem;
        }
        long stored = storedMillis == NO_TIMESTAMP ? nowMillis : storedMillis;
        return Plausibility.future(event, Instant.ofEpochMilli(Math.min(stored, nowMillis)));
    }
}
