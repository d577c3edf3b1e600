package dev.plumbline.connectors.replay;

import java.time.Instant;
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
 */
public record ReplaySummary(
        long events,
        long rejected,
        Instant firstAt,
        Instant lastAt,
        SortedSet<String> organisations,
        SortedMap<String, Long> eventsByType) {}
