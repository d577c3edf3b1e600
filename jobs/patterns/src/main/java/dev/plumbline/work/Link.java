package dev.plumbline.work;

/**
 * A qualified reference to another object.
 *
 * @param rel implements, closes, part_of, triggered_by, deploys, verifies, reverts ...
 */
public record Link(String rel, ObjectType type, String id) {

    /** Of a change that was merged: the commit it became. Told by an attribute of the event. */
    public static final String MERGED_AS = "merged_as";

    /**
     * Whether work on the referring object is work on the object referred to; undoing it is not.
     */
    public boolean carriesWork() {
        return type != null && type.isItem() && !"reverts".equals(rel);
    }
}
