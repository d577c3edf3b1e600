package dev.plumbline.stall;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.Objects;

/** How an event, in fold order, changes the watch over an item. */
public final class WatchRule {

    private WatchRule() {}

    /**
     * Folds an event of the item, or work on an object linked to it.
     *
     * @param watch null where nobody was expected
     * @param after where the item stands after the event
     * @param finishedAs {@code DONE} or {@code CANCELLED} where this event finishes the item, else
     *     null
     * @param knownAt when the item learned of the event: its own instant, later where the link was
     *     only told then
     * @param calendar of the pod that was waited for
     */
    public static WatchStep next(
            Watch watch,
            Standing after,
            StateCategory finishedAs,
            WorkEvent event,
            Instant knownAt,
            WorkCalendar calendar) {
        Instant at = event.occurredAt();
        Watch begun = after.isWatched() ? begin(after, event) : null;
        if (watch == null) {
            return new WatchStep(begun, null, null, null);
        }
        if (at.isBefore(watch.silentSince())) {
            return new WatchStep(watch, null, null, null);
        }
        boolean work = event.isWork();
        if (!work && begun != null && goesOn(watch, after, event)) {
            return new WatchStep(watch, null, null, null);
        }
        CompletedGap gap = work ? completed(watch, at, knownAt, calendar) : null;
        return new WatchStep(begun, gap, watch, outcome(after, finishedAs, work));
    }

    private static Watch begin(Standing after, WorkEvent event) {
        return new Watch(after.stratum(), after.pod(), event.occurredAt(), event.id(), false);
    }

    /** The same ones are expected still. A service that moves the item does not end a silence. */
    private static boolean goesOn(Watch watch, Standing after, WorkEvent event) {
        boolean service = event.actor() != null && event.actor().kind() == ActorKind.SERVICE;
        Stratum before = watch.stratum();
        Stratum now = after.stratum();
        return Objects.equals(watch.pod(), after.pod())
                && before.ownerKind() == now.ownerKind()
                && (service || before.state() == now.state());
    }

    private static CompletedGap completed(
            Watch watch, Instant at, Instant knownAt, WorkCalendar calendar) {
        Patience patience = Patience.of(watch.stratum());
        long millis = patience.silentMillis(watch.silentSince(), at, calendar);
        return new CompletedGap(watch.stratum(), watch.pod(), knownAt, millis);
    }

    private static StallOutcome outcome(Standing after, StateCategory finishedAs, boolean work) {
        if (finishedAs != null) {
            return finishedAs == StateCategory.DONE
                    ? StallOutcome.FINISHED
                    : StallOutcome.CANCELLED;
        }
        if (after.isDeclared()) {
            return StallOutcome.DECLARED;
        }
        return work ? StallOutcome.RESUMED : StallOutcome.WITHDRAWN;
    }
}
