package dev.plumbline.item;

import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.Objects;

/**
 * Where an item is counted: in which pod, under which kind of owner.
 *
 * @param since of one in progress when it started, when it was first seen in progress where the
 *     start was not seen; of one that is done since when
 */
public record Placement(String pod, ActorKind ownerKind, String owner, Instant since) {

    Placement since(Instant start) {
        return new Placement(pod, ownerKind, owner, start);
    }

    static boolean same(Placement one, Placement other) {
        return Objects.equals(one, other);
    }
}
