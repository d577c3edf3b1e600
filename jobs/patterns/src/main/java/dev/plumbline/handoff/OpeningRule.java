package dev.plumbline.handoff;

import dev.plumbline.directory.Directory;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.util.Objects;

/** When a handoff opens, of which kind, from whom and to whom. */
final class OpeningRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;

    OpeningRule(Directory directory) {
        this.directory = directory;
    }

    /** The handoff that passing the ball opens; null where it passes to nobody or stays. */
    OpenHandoff onHolding(Ownership before, Ownership after, WorkEvent event) {
        if (after.isNobody() || after.hasSameHolder(before) || isCreatorsOwn(after, event)) {
            return null;
        }
        Party to = after.owner();
        boolean fromOwnQueue = before.owner() == null && isQueueOf(before.group(), after, event);
        boolean dispatch = before.isNobody() || fromOwnQueue;
        Party from = before.isNobody() ? event.actor() : before.owner();
        return open(event, holdingKind(to, dispatch), from, before.group(), to, after.group());
    }

    /** The handoff a review request opens; null where the event asks for none or it is open. */
    OpenHandoff onReviewRequest(HandoffBook book, WorkEvent event) {
        if (event.type() != EventType.CHANGE_REVIEW_REQUESTED) {
            return null;
        }
        Party from = book.author() == null ? event.actor() : book.author();
        OpenHandoff asked =
                open(event, HandoffKind.REVIEW, from, null, event.ownerTo(), event.groupTo());
        return isOpen(book, asked) ? null : asked;
    }

    /** The handoff back to the author; null where no changes are requested or one is open. */
    OpenHandoff onChangesRequested(HandoffBook book, WorkEvent event) {
        Party author = book.author();
        boolean returns =
                event.verdict() == Verdict.CHANGES_REQUESTED
                        && event.type() == EventType.CHANGE_REVIEWED
                        && author != null
                        && !Party.sameAccount(author, event.actor());
        if (!returns || book.open().stream().anyMatch(o -> o.kind() == HandoffKind.RETURN)) {
            return null;
        }
        return open(event, HandoffKind.RETURN, event.actor(), null, author, null);
    }

    private OpenHandoff open(
            WorkEvent event,
            HandoffKind kind,
            Party from,
            String fromGroup,
            Party to,
            String toGroup) {
        boolean anyReviewer = to == null && toGroup == null;
        Party podOwner = anyReviewer ? from : to;
        return new OpenHandoff(
                event.id() + "/" + kind.word(),
                kind,
                isPull(event.actor(), to),
                from,
                fromGroup,
                pod(from, fromGroup, event),
                to,
                toGroup,
                pod(podOwner, toGroup, event),
                event.occurredAt(),
                event.id(),
                false);
    }

    private static boolean isPull(Party assigner, Party to) {
        return Party.sameAccount(assigner, to) && to.kind() != ActorKind.SERVICE;
    }

    private String pod(Party owner, String group, WorkEvent event) {
        return directory.podOf(
                Party.accountOf(owner), group, event.container(), event.occurredAt());
    }

    private boolean isQueueOf(String queue, Ownership after, WorkEvent event) {
        if (queue == null || after.owner() == null) {
            return false;
        }
        return queue.equals(after.group())
                || directory.actsFor(after.owner().account(), queue, event.occurredAt());
    }

    private static boolean isCreatorsOwn(Ownership after, WorkEvent event) {
        boolean creates =
                event.type() == EventType.WORK_ITEM_CREATED
                        || event.type() == EventType.CHANGE_OPENED;
        return creates && Party.sameAccount(after.owner(), event.actor());
    }

    private static HandoffKind holdingKind(Party to, boolean dispatch) {
        if (to != null && to.kind() == ActorKind.AGENT) {
            return HandoffKind.DELEGATION;
        }
        return dispatch ? HandoffKind.DISPATCH : HandoffKind.REASSIGNMENT;
    }

    private static boolean isOpen(HandoffBook book, OpenHandoff asked) {
        return book.open().stream()
                .anyMatch(
                        other ->
                                other.kind() == asked.kind()
                                        && Objects.equals(
                                                Party.accountOf(other.to()),
                                                Party.accountOf(asked.to()))
                                        && Objects.equals(other.toGroup(), asked.toGroup()));
    }
}
