package dev.plumbline.item;

import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.Objects;

/**
 * Where an item in progress is counted: in which pod, under which kind of owner.
 *
 * @param since when it started; when it was first seen in progress where the start was not seen
 */
public record Placement(String pod, ActorKind ownerKind, String owner, Instant since) {

    static boolean same(Placement one, Placement other) {
        return Objects.equals(one, other);
    }
}
