package dev.plumbline.streaming.stall;

import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.Stratum;

/**
 * Gaps of a pod in one stratum, summed.
 *
 * @param day on which they were completed, as days of the epoch in the organisation's zone; of a
 *     trailing sum the day whose baseline rests on it
 */
public record PodGaps(String org, String pod, Stratum stratum, long day, GapSums sums) {

    private static final char SEPARATOR = '\u001f';

    /** Organisation, pod and stratum. */
    public String podAndStratum() {
        return org + SEPARATOR + pod + SEPARATOR + stratum.key();
    }

    /** Organisation and stratum. */
    public String orgAndStratum() {
        return org + SEPARATOR + stratum.key();
    }
}
