package dev.plumbline.connectors.replay;

import dev.plumbline.schema.WorkEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the lines while they are read. */
final class Tally {
    private final Map<String, Long> eventsByType = new HashMap<>();
    private final Set<String> organisations = new HashSet<>();
    private long events;
    private long rejected;
    private Instant firstAt;
    private Instant lastAt;

    void event(WorkEvent event) {
        events++;
        organisations.add(event.getOrg());
        eventsByType.merge(event.getType(), 1L, Long::sum);
        Instant at = event.getOccurredAt();
        if (firstAt == null || at.isBefore(firstAt)) {
            firstAt = at;
        }
        if (lastAt == null || at.isAfter(lastAt)) {
            lastAt = at;
        }
    }

    void rejected() {
        rejected++;
    }

    ReplaySummary summary() {
        return new ReplaySummary(
                events,
                rejected,
                firstAt,
                lastAt,
                Collections.unmodifiableSortedSet(new TreeSet<>(organisations)),
                Collections.unmodifiableSortedMap(new TreeMap<>(eventsByType)));
    }
}
