package dev.plumbline.pod;

import java.time.Instant;

/**
 * How a pod's episodes of one kind end, to know whether open ones may speak of a stop. What is
 * known of the pod's usual pace is that of completed episodes; where more than one of twenty ends
 * otherwise or lies for weeks, those would be taken for a stop that there is not: each adds up to 3
 * to a sum that a completed one lowers by 0.19 on average.
 *
 * @param completed so many ever
 * @param otherwise ended and not completed: bounced, abandoned, stopped, gone to another pod
 * @param lastLeft the last one that ended otherwise, and when: what goes on in the same instant has
 *     not ended; null where that is settled
 * @param spoke whether open ones spoke at the last tick
 */
public record Endings(long completed, long otherwise, String lastLeft, boolean spoke) {

    static final Endings NONE = new Endings(0, 0, null, false);

    private static final long COMPLETED_FOR_EACH_OTHER = 19;

    Endings completes() {
        return new Endings(completed + 1, otherwise, lastLeft, spoke);
    }

    Endings leaves(String subject, Instant at) {
        return new Endings(completed, otherwise + 1, subject + '@' + at, spoke);
    }

    /** It goes on, or is finished. */
    Endings goesOn(String subject, Instant at) {
        return (subject + '@' + at).equals(lastLeft)
                ? new Endings(completed, otherwise - 1, null, spoke)
                : this;
    }

    /**
     * A tick.
     *
     * @param old open for so long that they may never be completed
     */
    Endings tick(long old) {
        boolean speaks = completed >= COMPLETED_FOR_EACH_OTHER * (otherwise + old);
        return new Endings(completed, otherwise, lastLeft, speaks);
    }
}
