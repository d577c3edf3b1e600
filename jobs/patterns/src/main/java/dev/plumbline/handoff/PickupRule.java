package dev.plumbline.handoff;

import dev.plumbline.directory.Directory;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;

/**
 * When a handoff is picked up: at the first productive event by its receiver, on the item or on an
 * object linked to it, after the opening; by a group also when one of its people becomes the owner.
 * Services never pick up.
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
        return event.isWork() && isReceiver(event, open, book.author()) ? event.actor() : null;
    }

    private boolean isReceiver(WorkEvent event, OpenHandoff open, Party author) {
        Party actor = event.actor();
        if (open.to() != null) {
            return Party.sameAccount(actor, open.to());
        }
        if (open.toGroup() != null) {
            return open.toGroup().equals(event.actorGroup())
                    || directory.actsFor(actor.account(), open.toGroup(), event.occurredAt());
        }
        return !Party.sameAccount(actor, author);
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
