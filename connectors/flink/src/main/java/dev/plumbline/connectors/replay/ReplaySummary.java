package dev.plumbline.connectors.replay;

import dev.plumbline.schema.RejectedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is in the files of a replay.
 *
 * @param events lines that are work events, duplicates counted
 * @param rejected lines that are none
 * @param firstAt earliest event time, {@code null} without events
 * @param lastAt latest event time, {@code null} without events
 * @param organisations organisations of the events
 * @param eventsByType number of events of each type
 * @param firstRejected the first lines that are no events, as the files name them
 * @param statesWithoutCategory number of events that enter a state by the tool's word only
 */
public record ReplaySummary(
        long events,
        long rejected,
        Instant firstAt,
        Instant lastAt,
        SortedSet<String> organisations,
        SortedMap<String, Long> eventsByType,
        List<RejectedEvent> firstRejected,
        Map<StateWord, Long> statesWithoutCategory) {}
