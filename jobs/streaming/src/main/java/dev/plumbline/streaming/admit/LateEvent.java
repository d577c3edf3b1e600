package dev.plumbline.streaming.admit;

import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/**
 * An event that came after the lateness bound: stored, counted, repaired by a replay.
 *
 * @param watermark how far time had come when it arrived
 * @param origin file, or topic and partition; null, like the position, where only an operator
 *     behind the source could tell that it is late
 */
public record LateEvent(WorkEvent event, Instant watermark, String origin, Long position) {}
