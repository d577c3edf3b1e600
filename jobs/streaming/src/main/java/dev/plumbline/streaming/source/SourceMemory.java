package dev.plumbline.streaming.source;

import dev.plumbline.source.SourceHistory;

/**
 * What the operator remembers of a source.
 *
 * @param wakeAt event time of the one timer that is set
 */
public record SourceMemory(SourceHistory history, long wakeAt) {}
