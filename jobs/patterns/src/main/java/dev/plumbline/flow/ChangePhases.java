package dev.plumbline.flow;

import java.time.Instant;

/**
 * The phases of a change: who was waited for, and how long, from asking for review to running in
 * production. Frozen by the merge, taken up again where the change is reopened.
 *
 * @param firstCommitAt first commit of it, of those seen; null where none was
 * @param readyAt first asked for review; null before, and where its author is not known
 * @param firstResponseAt first review, comment or merge by somebody else than its author, no
 *     service
 * @param approvedAt first approval that was not taken back by a dismissal
 * @param mergedAt null while it is not merged
 * @param deployedAt first successful production deployment of it
 * @param accountedUntil up to where the times below have been taken
 * @param pickupMillis waiting for the first response: working time
 * @param reviewersMillis waiting for reviewers from then to the approval: working time
 * @param authorMillis waiting for the author from then to the approval: the author's clock
 * @param reworkMillis waiting for the author after changes were requested, before and after the
 *     approval: the author's clock
 * @param mergeMillis from the approval on: working time, the author's clock while it waits for the
 *     author
 * @param changesRequested somebody requested changes
 * @param reviewedByHuman a person who is not its author reviewed it
 * @param reviewRequested somebody, or anybody, was asked to review it before the first response
 */
public record ChangePhases(
        Instant firstCommitAt,
        Instant readyAt,
        Instant firstResponseAt,
        Instant approvedAt,
        Instant mergedAt,
        Instant deployedAt,
        Instant accountedUntil,
        long pickupMillis,
        long reviewersMillis,
        long authorMillis,
        long reworkMillis,
        long mergeMillis,
        boolean changesRequested,
        boolean reviewedByHuman,
        boolean reviewRequested) {

    /** Nothing has happened yet. */
    public static final ChangePhases NONE =
            new ChangePhases(
                    null, null, null, null, null, null, null, 0, 0, 0, 0, 0, false, false, false);

    /** Null where nobody responded. */
    public Long pickupSeconds() {
        return firstResponseAt == null ? null : pickupMillis / 1000;
    }

    /** Waiting for reviewers between response and approval; null where it was not approved. */
    public Long reviewWaitReviewersSeconds() {
        return isApproved() ? reviewersMillis / 1000 : null;
    }

    /** Waiting for the author between response and approval; null where it was not approved. */
    public Long reviewWaitAuthorSeconds() {
        return isApproved() ? authorMillis / 1000 : null;
    }

    /** Null where nobody requested changes. */
    public Long reworkSeconds() {
        return changesRequested ? reworkMillis / 1000 : null;
    }

    /** Null where it was not approved. */
    public Long mergeDelaySeconds() {
        return isApproved() ? mergeMillis / 1000 : null;
    }

    /** How long anybody was waited for who is not its author, up to the approval. */
    public long waitedForReviewersMillis() {
        return pickupMillis + reviewersMillis;
    }

    /** First commit seen before that; else {@code openedAt}. */
    public Instant startedAt(Instant openedAt) {
        boolean commitFirst =
                firstCommitAt != null && (openedAt == null || firstCommitAt.isBefore(openedAt));
        return commitFirst ? firstCommitAt : openedAt;
    }

    private boolean isApproved() {
        return firstResponseAt != null && approvedAt != null;
    }

    ChangePhases accounted(
            Instant at,
            long pickupMore,
            long reviewersMore,
            long authorMore,
            long reworkMore,
            long mergeMore) {
        return new ChangePhases(
                firstCommitAt,
                readyAt,
                firstResponseAt,
                approvedAt,
                mergedAt,
                deployedAt,
                at,
                pickupMillis + pickupMore,
                reviewersMillis + reviewersMore,
                authorMillis + authorMore,
                reworkMillis + reworkMore,
                mergeMillis + mergeMore,
                changesRequested,
                reviewedByHuman,
                reviewRequested);
    }

    ChangePhases reached(
            Instant ready,
            Instant firstResponse,
            Instant approved,
            Instant merged,
            boolean requested,
            boolean byHuman,
            boolean asked) {
        return new ChangePhases(
                firstCommitAt,
                ready,
                firstResponse,
                approved,
                merged,
                deployedAt,
                accountedUntil,
                pickupMillis,
                reviewersMillis,
                authorMillis,
                reworkMillis,
                mergeMillis,
                requested,
                byHuman,
                asked);
    }

    /** The approval was taken back: what went by since was waiting for reviewers. */
    ChangePhases disapproved() {
        ChangePhases open =
                reached(
                        readyAt,
                        firstResponseAt,
                        null,
                        mergedAt,
                        changesRequested,
                        reviewedByHuman,
                        reviewRequested);
        return open.accounted(accountedUntil, 0, mergeMillis, 0, 0, -mergeMillis);
    }

    ChangePhases traced(Instant commitAt, Instant deployed) {
        return new ChangePhases(
                commitAt,
                readyAt,
                firstResponseAt,
                approvedAt,
                mergedAt,
                deployed,
                accountedUntil,
                pickupMillis,
                reviewersMillis,
                authorMillis,
                reworkMillis,
                mergeMillis,
                changesRequested,
                reviewedByHuman,
                reviewRequested);
    }
}
