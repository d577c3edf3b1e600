package dev.plumbline.verification;

import java.time.Instant;

/** When a kind of finding is due, and how one ends that no longer is. */
interface FindingRule {

    /** What is to be found at that instant; null where nothing is. */
    Suspicion at(Verification now, Instant at);

    /** Why a finding ends for which there is no reason any more; never waived. */
    Ending ending(Finding open, Verification now);

    /** As {@code outcome}, but retracted where what ends it had occurred before it opened. */
    static FindingOutcome unlessBefore(Finding open, Instant occurred, FindingOutcome outcome) {
        return occurred.isAfter(open.openedAt()) ? outcome : FindingOutcome.RETRACTED;
    }
}
