package dev.plumbline.connectors.replay;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the lines while they are read. */
final class Tally {
    private static final int REJECTED_KEPT = 10;

    private final Map<String, Long> eventsByType = new HashMap<>();
    private final Map<StateWord, Long> statesWithoutCategory = new HashMap<>();
    private final List<RejectedEvent> firstRejected = new ArrayList<>();
    private final Set<String> organisations = new HashSet<>();
    private long events;
    private long rejected;
    private Instant firstAt;
    private Instant lastAt;

    void event(WorkEvent event) {
        events++;
        organisations.add(event.getOrg());
        eventsByType.merge(event.getType(), 1L, Long::sum);
        State state = event.getStateTo();
        if (state != null && state.getRaw() != null && state.getCategory() == null) {
            StateWord word = new StateWord(event.getSource(), state.getRaw());
            statesWithoutCategory.merge(word, 1L, Long::sum);
        }
        Instant at = event.getOccurredAt();
        if (firstAt == null || at.isBefore(firstAt)) {
            firstAt = at;
        }
        if (lastAt == null || at.isAfter(lastAt)) {
            lastAt = at;
        }
    }

    void rejected(RejectedEvent line) {
        rejected++;
        if (firstRejected.size() < REJECTED_KEPT) {
            firstRejected.add(line);
        }
    }

    ReplaySummary summary() {
        return new ReplaySummary(
                events,
                rejected,
                firstAt,
                lastAt,
                Collections.unmodifiableSortedSet(new TreeSet<>(organisations)),
                Collections.unmodifiableSortedMap(new TreeMap<>(eventsByType)),
                List.copyOf(firstRejected),
                Map.copyOf(statesWithoutCategory));
    }
}
