package dev.plumbline.verification;

import dev.plumbline.work.ObjectType;

/**
 * Over which object an event reached the item: a run that checked the merge commit of the item's
 * change C-1 comes via C-1.
 *
 * @param type null where the event's own object names the item
 * @param mergeCommit a run or a deployment of the commit the change was merged as
 */
public record LinkedVia(ObjectType type, String id, boolean mergeCommit) {

    /** The event's own object names the item. */
    public static final LinkedVia DIRECT = new LinkedVia(null, null, false);
}
