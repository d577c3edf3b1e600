package dev.plumbline.work;

/**
 * The object over which an event about something else reached an item: a check of a commit reaches
 * the change of that commit, and over the change its ticket.
 *
 * @param type the last object on the way
 * @param id its id
 * @param mergeCommit the way went over the commit a change was merged as
 */
public record Via(ObjectType type, String id, boolean mergeCommit) {

    /** The event's own object names the item. */
    public static final Via DIRECT = new Via(null, null, false);
}
