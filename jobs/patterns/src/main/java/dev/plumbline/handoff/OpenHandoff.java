package dev.plumbline.handoff;

import dev.plumbline.work.Party;
import java.time.Instant;

/**
 * A handoff that waits for its receiver: what is remembered until it ends.
 *
 * @param from the assigner, previous holder or author; may be null where a group passed it on
 * @param to the receiver; null where it is a group, or any reviewer
 * @param toGroup the receiving group, or the group that holds the item while a person receives it
 * @param toPod the receiving pod: the metric is its own
 * @param pull the one who assigned is the receiver, and no service
 * @param otherReviewerSince another reviewer has picked up since this one was asked
 */
public record OpenHandoff(
        String id,
        HandoffKind kind,
        boolean pull,
        Party from,
        String fromGroup,
        String fromPod,
        Party to,
        String toGroup,
        String toPod,
        Instant openedAt,
        String openedByEvent,
        boolean otherReviewerSince) {

    OpenHandoff withOtherReviewer() {
        return new OpenHandoff(
                id,
                kind,
                pull,
                from,
                fromGroup,
                fromPod,
                to,
                toGroup,
                toPod,
                openedAt,
                openedByEvent,
                true);
    }
}
