package dev.plumbline.flow;

import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;

/** What the events of a change say about its state. */
final class ChangeStates {

    private ChangeStates() {}

    /** The category a change enters with this event, null where it stays as it is. */
    static StateCategory entered(Progress progress, WorkEvent event) {
        return switch (event.type()) {
            case CHANGE_OPENED -> progress.state() == null ? opened(event) : null;
            case CHANGE_READY -> unfinished(progress, StateCategory.REVIEW);
            case CHANGE_DRAFTED -> unfinished(progress, StateCategory.ACTIVE);
            case CHANGE_REVIEWED ->
                    event.verdict() == Verdict.CHANGES_REQUESTED
                            ? unfinished(progress, StateCategory.ACTIVE)
                            : null;
            case CHANGE_UPDATED, CHANGE_REVIEW_REQUESTED ->
                    progress.awaitsAuthor() && !progress.draft()
                            ? unfinished(progress, StateCategory.REVIEW)
                            : null;
            case CHANGE_MERGED -> StateCategory.DONE;
            case CHANGE_ABANDONED ->
                    progress.state() == StateCategory.DONE ? null : StateCategory.CANCELLED;
            case CHANGE_REOPENED -> StateCategory.REVIEW;
            default -> null;
        };
    }

    /**
     * The category a change that is first seen by this event was in; null where the event does not
     * tell: a change can be discussed, assigned and reverted after its end.
     */
    static StateCategory before(WorkEvent event) {
        return switch (event.type()) {
            case CHANGE_DRAFTED,
                    CHANGE_UPDATED,
                    CHANGE_REVIEW_REQUESTED,
                    CHANGE_REVIEWED,
                    CHANGE_MERGED,
                    CHANGE_ABANDONED ->
                    StateCategory.REVIEW;
            case CHANGE_READY -> StateCategory.ACTIVE;
            case CHANGE_REOPENED -> StateCategory.CANCELLED;
            default -> null;
        };
    }

    /** Whether it does not ask for review yet after this event. */
    static boolean draft(Progress progress, WorkEvent event) {
        return switch (event.type()) {
            case CHANGE_OPENED -> progress.state() == null ? event.draft() : progress.draft();
            case CHANGE_DRAFTED -> true;
            case CHANGE_READY, CHANGE_REOPENED -> false;
            default -> progress.draft();
        };
    }

    /** Whether the author has the next move after this event. */
    static boolean awaitsAuthor(Progress progress, WorkEvent event) {
        return switch (event.type()) {
            case CHANGE_REVIEWED ->
                    event.verdict() == Verdict.CHANGES_REQUESTED || progress.awaitsAuthor();
            case CHANGE_UPDATED,
                    CHANGE_REVIEW_REQUESTED,
                    CHANGE_READY,
                    CHANGE_MERGED,
                    CHANGE_ABANDONED,
                    CHANGE_REOPENED ->
                    false;
            default -> progress.awaitsAuthor();
        };
    }

    private static StateCategory opened(WorkEvent event) {
        return event.draft() ? StateCategory.ACTIVE : StateCategory.REVIEW;
    }

    private static StateCategory unfinished(Progress progress, StateCategory to) {
        return progress.state() != null && progress.state().finished() ? null : to;
    }
}
