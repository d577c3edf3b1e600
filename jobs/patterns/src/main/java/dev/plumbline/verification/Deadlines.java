package dev.plumbline.verification;

import java.time.Instant;

/**
 * When something has to be decided. Each is null where there is nothing.
 *
 * @param stuckSince when the last of the changes was merged
 * @param ghostSince since when its owner could have left a trace
 * @param unsettledAt instant of the last event: what it means is decided when all events of that
 *     instant are told, so that their order does not matter
 * @param settledUntil everything up to then, inclusive, is decided
 */
public record Deadlines(
        Instant stuckSince,
        Instant stuckDue,
        Instant ghostSince,
        Instant ghostDue,
        Instant unsettledAt,
        Instant settledUntil) {

    static final Deadlines NONE = new Deadlines(null, null, null, null, null, null);

    boolean isAnyReachedAt(Instant at) {
        return (stuckDue != null && !stuckDue.isAfter(at))
                || (ghostDue != null && !ghostDue.isAfter(at));
    }

    Deadlines settled(Instant at) {
        return new Deadlines(stuckSince, stuckDue, ghostSince, ghostDue, null, at);
    }

    /**
     * The earliest of those and of the end of a grace, which may be null. What was due before the
     * last event has been decided before it; what only that event made due, as it told of something
     * that is long ago, is decided when it became known and not before.
     */
    Instant next(Instant graceDue) {
        return unsettledAt == null
                ? earlier(ahead(graceDue), earlier(ahead(stuckDue), ahead(ghostDue)))
                : unsettledAt;
    }

    private Instant ahead(Instant due) {
        boolean past = due != null && settledUntil != null && !due.isAfter(settledUntil);
        return past ? null : due;
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
