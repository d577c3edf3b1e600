package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.util.HashSet;
import java.util.Set;

/** Who stands behind a figure, to tell when it would be about one person. */
final class Contributors {

    /** Fewer people than this and the human split of a pod is not published. */
    static final int FEWEST_PEOPLE = 2;

    private final Set<String> people = new HashSet<>();
    private int episodes;

    void add(ActorKind kind, String account) {
        episodes++;
        if (kind == ActorKind.HUMAN && account != null) {
            people.add(account);
        }
    }

    boolean hidden(Split split) {
        return split == Split.HUMAN && episodes > 0 && people.size() < FEWEST_PEOPLE;
    }
}
