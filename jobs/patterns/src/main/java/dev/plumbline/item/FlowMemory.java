package dev.plumbline.item;

import dev.plumbline.delivery.Deployment;
import dev.plumbline.flow.ChangePhases;
import dev.plumbline.flow.ChangePhasesRule;
import dev.plumbline.flow.Progress;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.handoff.HandoffKind;
import dev.plumbline.handoff.HandoffStep;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.WorkEvent;

/**
 * What an item remembers for the metrics of its flow, beside its progress.
 *
 * @param phases of a change; those of a work item stay empty
 * @param pickupWaitSeconds effective time the item lay between two holders: from the opening of
 *     each of its handoffs to its end, reviews left out
 * @param epic what it is a part of, as last told; may be null
 * @param linked a change that named a work item
 */
public record FlowMemory(ChangePhases phases, long pickupWaitSeconds, String epic, boolean linked) {

    /** Nothing has happened yet. */
    public static final FlowMemory NONE = new FlowMemory(ChangePhases.NONE, 0, null, false);

    /** How long anybody was waited for, effective: to pick the item up, and to review it. */
    public long waitedSeconds() {
        return pickupWaitSeconds + phases.waitedForReviewersMillis() / 1000;
    }

    /** After an event of the item's own. */
    FlowMemory own(
            Progress before,
            Progress after,
            WorkEvent event,
            HandoffStep handoffs,
            WorkCalendar calendar) {
        boolean change = event.objectType() == ObjectType.CHANGE;
        ChangePhases next =
                change
                        ? ChangePhasesRule.next(
                                phases, before, after, event, handoffs.book().author(), calendar)
                        : phases;
        return new FlowMemory(
                next,
                pickupWaitSeconds + waited(handoffs),
                event.epic() == null ? epic : event.epic(),
                linked || (change && namesWorkItem(event)));
    }

    /** After work on an object linked to the item. */
    FlowMemory linked(WorkEvent event, HandoffStep handoffs) {
        FlowMemory known = proved(event);
        return new FlowMemory(
                known.phases, pickupWaitSeconds + waited(handoffs), epic, known.linked);
    }

    /** After what is no work on the item at that moment, and tells of it all the same. */
    FlowMemory proved(WorkEvent event) {
        boolean tellsOfLink = event.type() == EventType.WORK_ITEM_LINKED;
        return new FlowMemory(traced(event), pickupWaitSeconds, epic, linked || tellsOfLink);
    }

    private ChangePhases traced(WorkEvent event) {
        if (event.type() == EventType.COMMIT_PUSHED) {
            return ChangePhasesRule.committed(phases, event.occurredAt());
        }
        return Deployment.succeedsInProduction(event)
                ? ChangePhasesRule.deployed(phases, event.occurredAt())
                : phases;
    }

    private static long waited(HandoffStep handoffs) {
        long seconds = 0;
        for (Handoff ended : handoffs.ended()) {
            seconds += ended.kind() == HandoffKind.REVIEW ? 0 : ended.effectiveSeconds();
        }
        return seconds;
    }

    private static boolean namesWorkItem(WorkEvent event) {
        for (Link link : event.links()) {
            if (link.carriesWork() && link.type() == ObjectType.WORK_ITEM) {
                return true;
            }
        }
        return false;
    }
}
