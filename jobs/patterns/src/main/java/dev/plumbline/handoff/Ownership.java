package dev.plumbline.handoff;

import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/**
 * Who has the ball. The holder of an item is its owner, else its group (a queue, a team), else
 * nobody.
 *
 * @param owner person or agent; may be null
 * @param group queue or team; may be null
 */
public record Ownership(Party owner, String group, Succession owners, Succession groups) {

    /** Nobody has the ball. */
    public static final Ownership NOBODY =
            new Ownership(null, null, Succession.EMPTY, Succession.EMPTY);

    public boolean isNobody() {
        return owner == null && group == null;
    }

    /** Whether the holder is the same; a group counts only where nobody of it owns the item. */
    public boolean hasSameHolder(Ownership other) {
        if (owner != null || other.owner != null) {
            return Party.sameAccount(owner, other.owner);
        }
        return group == null ? other.group == null : group.equals(other.group);
    }

    /**
     * The ownership the event starts from: where the event names previous holders that are not the
     * folded ones (an item first seen in mid-life, a missed event), the event is right.
     */
    Ownership before(WorkEvent event) {
        if (!passesHolding(event) || (event.ownerFrom() == null && event.groupFrom() == null)) {
            return this;
        }
        Party from = event.ownerFrom() == null ? owner : event.ownerFrom();
        String groupBefore = event.groupFrom() == null ? group : event.groupFrom();
        return to(from, groupBefore, event.occurredAt());
    }

    /** The ownership after the event. */
    Ownership after(WorkEvent event) {
        if (!passesHolding(event)) {
            return this;
        }
        return switch (event.type()) {
            case CHANGE_OPENED -> created(event, isNobody() ? event.actor() : owner);
            case WORK_ITEM_CREATED -> created(event, owner);
            default -> {
                boolean groupStays = event.groupTo() == null && event.ownerTo() != null;
                String groupAfter = groupStays ? group : event.groupTo();
                yield to(event.ownerTo(), groupAfter, event.occurredAt());
            }
        };
    }

    private Ownership created(WorkEvent event, Party otherwise) {
        Party to = event.ownerTo() == null ? otherwise : event.ownerTo();
        String groupAfter = event.groupTo() == null ? group : event.groupTo();
        return to(to, groupAfter, event.occurredAt());
    }

    static boolean passesHolding(WorkEvent event) {
        return switch (event.type()) {
            case WORK_ITEM_CREATED,
                    WORK_ITEM_ASSIGNED,
                    WORK_ITEM_DELEGATED,
                    CHANGE_OPENED,
                    CHANGE_ASSIGNED ->
                    true;
            default -> false;
        };
    }

    private Ownership to(Party newOwner, String newGroup, Instant at) {
        return new Ownership(
                newOwner,
                newGroup,
                owners.next(Party.accountOf(newOwner), at),
                groups.next(newGroup, at));
    }
}
