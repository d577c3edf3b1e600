package dev.plumbline.handoff;

import dev.plumbline.directory.Directory;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;

/**
 * When a handoff is picked up: at the first productive event by its receiver, on the item or on an
 * object linked to it, after the opening; by a group also when one of its people becomes the owner.
 * Services never pick up, nor does an author a review that names no person.
 */
final class PickupRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;

    PickupRule(Directory directory) {
        this.directory = directory;
    }

    /** Who picks the handoff up with this event; null where nobody does. */
    Party pickedUpBy(
            OpenHandoff open,
            HandoffBook book,
            Ownership before,
            Ownership after,
            WorkEvent event) {
        if (isTakenByOneOfTheGroup(open, before, after)) {
            return after.owner();
        }
        return event.isWork() && isReceiver(event, open, book) ? event.actor() : null;
    }

    private boolean isReceiver(WorkEvent event, OpenHandoff open, HandoffBook book) {
        Party actor = event.actor();
        if (open.to() != null) {
            return Party.sameAccount(actor, open.to());
        }
        if (open.kind() == HandoffKind.REVIEW && Party.sameAccount(actor, author(open, book))) {
            return false;
        }
        if (open.toGroup() != null) {
            return open.toGroup().equals(event.actorGroup())
                    || directory.actsFor(actor.account(), open.toGroup(), event.occurredAt());
        }
        return true;
    }

    private static Party author(OpenHandoff review, HandoffBook book) {
        return book.author() != null ? book.author() : review.from();
    }

    private static boolean isTakenByOneOfTheGroup(
            OpenHandoff open, Ownership before, Ownership after) {
        return open.kind().passesHolding()
                && open.to() == null
                && before.owner() == null
                && after.owner() != null
                && after.owner().kind() != ActorKind.SERVICE
                && open.toGroup().equals(after.group());
    }
}
