package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import java.util.List;

/**
 * All that was told of one pod, and all that is true of it.
 *
 * @param pod its id
 * @param events in order of time
 * @param truths in order of their beginning
 */
public record PodHistory(String pod, List<WorkEvent> events, List<Truth> truths) {}
