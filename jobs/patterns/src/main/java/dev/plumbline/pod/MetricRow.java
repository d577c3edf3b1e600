package dev.plumbline.pod;

import dev.plumbline.time.Grain;
import java.time.Instant;

/**
 * One metric of one pod in one window, for one split.
 *
 * @param asOf the instant up to which events are in it: the end of the window, or earlier where the
 *     clock has not come so far
 * @param completeness share of the connected sources heard in the window, 0 to 1
 */
public record MetricRow(
        String org,
        String pod,
        Metric metric,
        Split split,
        Grain grain,
        Instant windowStart,
        Instant windowEnd,
        Measure measure,
        double completeness,
        Instant asOf) {}
