package dev.plumbline.standalone.run;

import java.time.Instant;

/**
 * How a replay ended.
 *
 * @param until where the clock stopped
 * @param swept rows of earlier runs that this one did not write again and so removed
 */
public record ReplayResult(long runId, Instant until, Counts counts, long swept) {}
