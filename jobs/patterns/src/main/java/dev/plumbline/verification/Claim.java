package dev.plumbline.verification;

import dev.plumbline.work.Party;
import java.time.Instant;

/**
 * Somebody's word that an item is done. It stands until the item is reopened, moves back, or is
 * cancelled.
 *
 * @param event the event that says so
 * @param claimer null where nobody is known
 * @param claimerFor the person an agent that claims acts for; may be null
 * @param due when its grace is over: evidence at that instant is still in time
 * @param judged whether it has been said if it was verified in time
 */
public record Claim(
        String event,
        ClaimKind kind,
        Instant at,
        Party claimer,
        String claimerFor,
        Instant due,
        boolean judged) {

    Claim asJudged() {
        return new Claim(event, kind, at, claimer, claimerFor, due, true);
    }
}
