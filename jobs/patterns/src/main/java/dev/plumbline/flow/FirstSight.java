package dev.plumbline.flow;

import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;

/**
 * What the first event that tells a state tells of the time before it: where the item came from,
 * and whether it may have started already.
 */
final class FirstSight {

    private FirstSight() {}

    static Progress of(Progress progress, WorkEvent event) {
        if (event.type() == EventType.CHANGE_OPENED) {
            return opened(progress);
        }
        if (progress.state() != null || event.type() == EventType.WORK_ITEM_CREATED) {
            return progress;
        }
        if (event.stateFrom() != null) {
            return progress.startingIn(event.stateFrom(), hasStarted(event.stateFrom()));
        }
        if (event.objectType() == ObjectType.CHANGE) {
            return progress.startingIn(ChangeStates.before(event), true);
        }
        boolean finishes = event.stateTo() != null && event.stateTo().finished();
        return finishes ? progress.startingIn(null, true) : progress;
    }

    /**
     * Where events of the same instant were folded before the opening, it starts here after all.
     */
    private static Progress opened(Progress progress) {
        boolean onlyFoldedBefore =
                progress.startUnseen()
                        && (progress.state() == null || progress.state() == StateCategory.REVIEW);
        return onlyFoldedBefore ? progress.startingIn(null, false) : progress;
    }

    private static boolean hasStarted(StateCategory state) {
        return state != StateCategory.BACKLOG && state != StateCategory.TODO;
    }
}
