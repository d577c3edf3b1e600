package dev.plumbline.debt;

import java.util.HashMap;
import java.util.Map;

/**
 * What counts for the open day. Leaves with the day.
 *
 * @param handoffs taken up, or known not to be in time
 * @param claims judged, by claim: whether it was verified in time
 * @param unwatched items whose watch ended; the value means nothing
 * @param stalled items of which a stall ended; the value means nothing
 * @param unjudged kinds of which an episode opened or ended that could not be judged, as too little
 *     was known of the pod's past; the value means nothing
 * @param told something was told on this day
 */
public record DayTally(
        Commitments handoffs,
        Map<String, Boolean> claims,
        Map<String, Boolean> unwatched,
        Map<String, Boolean> stalled,
        Map<EpisodeKind, Boolean> unjudged,
        boolean told) {

    static DayTally empty() {
        return new DayTally(
                Commitments.NONE,
                new HashMap<>(0),
                new HashMap<>(0),
                new HashMap<>(0),
                new HashMap<>(0),
                false);
    }

    DayTally with(Commitments newHandoffs) {
        return new DayTally(newHandoffs, claims, unwatched, stalled, unjudged, told);
    }

    DayTally hearing() {
        return told ? this : new DayTally(handoffs, claims, unwatched, stalled, unjudged, true);
    }

    Commitments judgedClaims() {
        Commitments judged = Commitments.NONE;
        for (boolean kept : claims.values()) {
            judged = judged.with(kept);
        }
        return judged;
    }
}
