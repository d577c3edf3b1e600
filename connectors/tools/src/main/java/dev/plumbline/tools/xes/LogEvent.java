package dev.plumbline.tools.xes;

import java.time.Instant;
import java.util.Map;

/**
 * One event of a trace as the log has it; what is missing or written as a dash is null.
 *
 * @param attributes the event's other attributes of type string, boolean or number
 */
record LogEvent(
        Instant at,
        String activity,
        String transition,
        String resource,
        String group,
        Map<String, String> attributes) {}
