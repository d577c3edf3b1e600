package dev.plumbline.tools.csv;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * How an item stood at an instant.
 *
 * @param row it was read from
 * @param createdAt null where the row does not say
 * @param seenAt when it stood so: the row's updated-at
 * @param doneAt null while it is not done
 */
record Snapshot(
        long row,
        String type,
        String id,
        String workType,
        String container,
        Instant createdAt,
        Instant seenAt,
        Instant doneAt,
        String creator,
        String owner,
        String group,
        String state,
        String category,
        Map<String, String> attributes) {

    boolean sameHolder(Snapshot other) {
        return Objects.equals(owner, other.owner) && Objects.equals(group, other.group);
    }

    boolean sameState(Snapshot other) {
        return Objects.equals(state, other.state)
                && Objects.equals(category, other.category)
                && Objects.equals(doneAt, other.doneAt);
    }
}
