package dev.plumbline.debt;

import java.time.Instant;
import java.util.List;

/**
 * How a pod stands at the end of a day.
 *
 * @param day its first instant
 * @param asOf its end, or where the clock stopped
 * @param debtSeconds what the open entries owe; they sum to it
 * @param slopeSecondsPerWeek that, less what it was seven days before; null in the first week
 * @param handoffs taken up within the pod's own 90th percentile
 * @param claims verified within grace
 * @param flow items that ought to move and were not silently stalled
 * @param unjudged categories of which the pod's own past is too short, in the words of the store
 * @param handoffsUnjudged a promise of the day could not be judged
 */
public record PodHealth(
        String org,
        String pod,
        Instant day,
        Instant asOf,
        long openEntries,
        long debtSeconds,
        Long slopeSecondsPerWeek,
        Commitments handoffs,
        Commitments claims,
        Commitments flow,
        List<String> unjudged,
        boolean handoffsUnjudged) {

    /** All three parts together. */
    public Commitments commitments() {
        return handoffs.plus(claims).plus(flow);
    }
}
