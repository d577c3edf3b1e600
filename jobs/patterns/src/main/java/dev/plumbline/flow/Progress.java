package dev.plumbline.flow;

import dev.plumbline.work.StateCategory;
import java.time.Instant;

/**
 * How far an item has come.
 *
 * @param state category it is in; null before any event told
 * @param stateRaw the tool's own word for it; may be null
 * @param blocked somebody said explicitly that it does not move
 * @param draft a change that does not ask for review yet
 * @param awaitsAuthor a change whose reviewer requested changes: the next update asks for review
 *     again
 * @param startUnseen it had started, or could have, before its first event here: no later entry
 *     into in-progress is its first
 * @param accountedUntil up to where the two sums below have been taken
 * @param firstActiveAt first entry into in-progress; null before, and where it was not seen
 * @param doneAt last entry into done, null while it is not done
 * @param cancelledAt last entry into cancelled, null while it is not cancelled
 * @param activeMillis time in {@code ACTIVE}, in effective time of whoever owned the item then
 * @param inProgressMillis time in progress, likewise
 * @param reopens exits from done or cancelled back to unfinished work
 * @param movedBack those, and review back to active
 * @param movedBackAt when it last moved back; null where it never did
 * @param reopenedAt when it last left done within 14 days of entering it; null where it never did
 */
public record Progress(
        StateCategory state,
        String stateRaw,
        boolean blocked,
        boolean draft,
        boolean awaitsAuthor,
        boolean startUnseen,
        Instant accountedUntil,
        Instant firstActiveAt,
        Instant doneAt,
        Instant cancelledAt,
        long activeMillis,
        long inProgressMillis,
        int reopens,
        int movedBack,
        Instant movedBackAt,
        Instant reopenedAt) {

    /** Nothing has happened yet. */
    public static final Progress NONE =
            new Progress(
                    null, null, false, false, false, false, null, null, null, null, 0, 0, 0, 0,
                    null, null);

    public boolean inProgress() {
        return state != null && state.inProgress();
    }

    public boolean isFinished() {
        return state != null && state.finished();
    }

    Progress accounted(Instant at, long activeMore, long inProgressMore) {
        return new Progress(
                state,
                stateRaw,
                blocked,
                draft,
                awaitsAuthor,
                startUnseen,
                at,
                firstActiveAt,
                doneAt,
                cancelledAt,
                activeMillis + activeMore,
                inProgressMillis + inProgressMore,
                reopens,
                movedBack,
                movedBackAt,
                reopenedAt);
    }

    Progress flagged(boolean isBlocked, boolean isDraft, boolean isAwaitingAuthor) {
        if (isBlocked == blocked && isDraft == draft && isAwaitingAuthor == awaitsAuthor) {
            return this;
        }
        return new Progress(
                state,
                stateRaw,
                isBlocked,
                isDraft,
                isAwaitingAuthor,
                startUnseen,
                accountedUntil,
                firstActiveAt,
                doneAt,
                cancelledAt,
                activeMillis,
                inProgressMillis,
                reopens,
                movedBack,
                movedBackAt,
                reopenedAt);
    }

    /**
     * In the state it had before the first event that tells one.
     *
     * @param known null where that is not known
     * @param unseen whether it may have started before that event
     */
    Progress startingIn(StateCategory known, boolean unseen) {
        return new Progress(
                known,
                stateRaw,
                blocked,
                draft,
                awaitsAuthor,
                unseen,
                accountedUntil,
                firstActiveAt,
                doneAt,
                cancelledAt,
                activeMillis,
                inProgressMillis,
                reopens,
                movedBack,
                movedBackAt,
                reopenedAt);
    }

    Progress entered(
            StateCategory to,
            String raw,
            Instant at,
            boolean reopened,
            boolean back,
            boolean reopenedSoon) {
        boolean starts = to.inProgress() && !inProgress();
        boolean first = starts && firstActiveAt == null && !startUnseen;
        boolean again = to == state;
        return new Progress(
                to,
                raw,
                blocked,
                draft,
                awaitsAuthor,
                startUnseen,
                accountedUntil,
                first ? at : firstActiveAt,
                to == StateCategory.DONE ? (again ? doneAt : at) : null,
                to == StateCategory.CANCELLED ? (again ? cancelledAt : at) : null,
                activeMillis,
                inProgressMillis,
                reopens + (reopened ? 1 : 0),
                movedBack + (back ? 1 : 0),
                back ? at : movedBackAt,
                reopenedSoon ? at : reopenedAt);
    }
}
