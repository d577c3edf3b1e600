package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/**
 * What a change leaves behind when it is merged. A phase is null where the change did not go
 * through it, in effective seconds of whoever was waited for.
 *
 * @param authorKind who opened it; null where that was not seen
 * @param pickupSeconds ready to first response
 * @param reviewWaitReviewersSeconds waiting for reviewers, first response to first approval
 * @param reviewWaitAuthorSeconds waiting for the author, likewise; null where the other is
 * @param reworkSeconds waiting for the author after changes were requested
 * @param mergeDelaySeconds first approval to merge
 * @param reviewedByHuman a person who is not its author reviewed it
 * @param linked it named a work item; null where that is not known, as its opening was not seen
 * @param reviewRequested a review was asked for before the first response: the wait for it was a
 *     handoff
 */
public record MergedChange(
        ActorKind authorKind,
        String author,
        Long pickupSeconds,
        Long reviewWaitReviewersSeconds,
        Long reviewWaitAuthorSeconds,
        Long reworkSeconds,
        Long mergeDelaySeconds,
        boolean reviewedByHuman,
        Boolean linked,
        boolean reviewRequested) {

    /** First response to first approval; null where there was none. */
    Long reviewSeconds() {
        return reviewWaitReviewersSeconds == null
                ? null
                : reviewWaitReviewersSeconds + reviewWaitAuthorSeconds;
    }
}
