package dev.plumbline.streaming.admit;

import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/**
 * An event that came after the lateness bound: stored, counted, repaired by a replay.
 *
 * @param watermark how far time had come when it arrived
 */
public record LateEvent(WorkEvent event, Instant watermark, String origin, long position) {}
