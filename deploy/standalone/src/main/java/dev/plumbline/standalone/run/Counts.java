package dev.plumbline.standalone.run;

import dev.plumbline.streaming.admit.AdmitFunction;
import java.util.Map;

/**
 * What a run saw.
 *
 * @param admitted events on time, duplicates counted
 * @param rejected arrivals that are no work event
 * @param late events after the lateness bound
 * @param afterUntil events after the instant at which the clock stopped, left out
 */
public record Counts(long admitted, long rejected, long late, long afterUntil) {

    static Counts of(Map<String, Object> accumulators) {
        return new Counts(
                count(accumulators, AdmitFunction.ADMITTED_COUNT),
                count(accumulators, AdmitFunction.REJECTED_COUNT),
                count(accumulators, AdmitFunction.LATE_COUNT),
                count(accumulators, AdmitFunction.AFTER_UNTIL_COUNT));
    }

    /** Everything that arrived. */
    public long arrived() {
        return admitted + rejected + late + afterUntil;
    }

    private static long count(Map<String, Object> accumulators, String name) {
        Object value = accumulators.get(name);
        return value instanceof Long count ? count : 0;
    }
}
