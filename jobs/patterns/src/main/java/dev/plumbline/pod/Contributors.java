package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/** Who stands behind a figure, to tell when it would be about one person. */
final class Contributors {

    private String someone;
    private boolean several;
    private int episodes;

    void add(ActorKind kind, String account) {
        episodes++;
        if (kind != ActorKind.HUMAN || account == null) {
            return;
        }
        if (someone == null) {
            someone = account;
        }
        several |= !someone.equals(account);
    }

    /** The same people, to be added to. */
    Contributors copy() {
        Contributors copy = new Contributors();
        copy.someone = someone;
        copy.several = several;
        copy.episodes = episodes;
        return copy;
    }

    /** The human split of a pod is published of two people and more. */
    boolean hidden(Split split) {
        return split == Split.HUMAN && episodes > 0 && !several;
    }
}
