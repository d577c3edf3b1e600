package dev.plumbline.streaming.stall;

import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.Stratum;

/**
 * Gaps of a pod in one stratum, summed.
 *
 * @param day on which they were completed, as days of the epoch in the organisation's zone
 */
public record PodGaps(String org, String pod, Stratum stratum, long day, GapSums sums) {

    private static final char SEPARATOR = '\u001f';

    /** Organisation and stratum. */
    public String orgAndStratum() {
        return org + SEPARATOR + stratum.key();
    }
}
