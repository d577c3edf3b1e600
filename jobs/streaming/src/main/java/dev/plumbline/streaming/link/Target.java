package dev.plumbline.streaming.link;

import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;

/**
 * An object another one passes its work on to.
 *
 * @param mergeCommit of a commit: the change was merged as it
 */
public record Target(ObjectType type, String id, boolean mergeCommit) {

    static Target of(Link link) {
        return new Target(link.type(), link.id(), false);
    }

    boolean isSameObject(Target other) {
        return type == other.type && id.equals(other.id);
    }
}
