package dev.plumbline.verification;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Folds the item's own events into where it stands. */
final class StandingRule {

    /** A reopening later than this after done is new work, not a contradiction. */
    static final Duration REOPENED_SOON = Duration.ofDays(14);

    private StandingRule() {}

    static Standing next(Verification before, WorkEvent event, ItemView item) {
        Standing was = before.standing();
        Instant at = event.occurredAt();
        boolean back = movesBack(was.state(), item.state());
        boolean staysDone = was.isDone() && item.state() == StateCategory.DONE;
        boolean done = item.state() == StateCategory.DONE;
        boolean active = item.state() == StateCategory.ACTIVE && !item.declared();
        Instant activeSince = was.activeSince() == null ? at : was.activeSince();
        return new Standing(
                item.container(),
                item.workType(),
                item.state(),
                item.declared(),
                item.owner(),
                Party.sameAccount(was.owner(), item.owner()) ? was.ownerSince() : at,
                active ? activeSince : null,
                done ? (staysDone ? was.doneAt() : at) : null,
                done ? (staysDone ? was.doneEvent() : event.id()) : null,
                back ? at : was.withdrawnAt(),
                reopening(before, event, item),
                was.workItemLinked() || item.workItemLinked() || namesAWorkItem(event),
                was.expectsWorkItem() || isProposed(event),
                waived(was, event));
    }

    /** As above, for what is learned of the item by an event of another object. */
    static Standing linked(Standing was, WorkEvent event, ItemView item) {
        boolean linked =
                was.workItemLinked()
                        || item.workItemLinked()
                        || event.objectType() == ObjectType.WORK_ITEM;
        return new Standing(
                was.container(),
                was.workType(),
                was.state(),
                was.declared(),
                was.owner(),
                was.ownerSince(),
                was.activeSince(),
                was.doneAt(),
                was.doneEvent(),
                was.withdrawnAt(),
                was.reopening(),
                linked,
                was.expectsWorkItem(),
                was.waived());
    }

    static boolean movesBack(StateCategory from, StateCategory to) {
        boolean reopened = from != null && from.finished() && !to.finished();
        return reopened || (from == StateCategory.REVIEW && to == StateCategory.ACTIVE);
    }

    private static Reopening reopening(Verification before, WorkEvent event, ItemView item) {
        Standing was = before.standing();
        if (item.state() != null && item.state().finished()) {
            return null;
        }
        boolean soon =
                was.isDone()
                        && before.claim() != null
                        && !event.occurredAt().isAfter(was.doneAt().plus(REOPENED_SOON));
        boolean told = before.open(FindingKind.CONTRADICTED_DONE) != null;
        return soon && !told ? new Reopening(before.claim().event(), event.id()) : was.reopening();
    }

    /** Services (dependency bots) open changes that no work item asks for. */
    private static boolean isProposed(WorkEvent event) {
        return event.type() == EventType.CHANGE_OPENED
                && Party.kindOf(event.actor()) != ActorKind.SERVICE;
    }

    private static boolean namesAWorkItem(WorkEvent event) {
        for (Link link : event.links()) {
            if (link.type() == ObjectType.WORK_ITEM && link.carriesWork()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> waived(Standing was, WorkEvent event) {
        if (event.waived() == null) {
            return was.waived();
        }
        return Arrays.stream(event.waived().split(",", -1))
                .map(String::strip)
                .filter(word -> word.equals("all") || FindingKind.ofWord(word) != null)
                .distinct()
                .sorted()
                .toList();
    }
}
