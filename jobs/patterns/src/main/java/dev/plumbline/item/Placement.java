package dev.plumbline.item;

import dev.plumbline.work.ActorKind;
import java.util.Objects;

/** Where an item in progress is counted: in which pod, under which kind of owner. */
public record Placement(String pod, ActorKind ownerKind, String owner) {

    static boolean same(Placement one, Placement other) {
        return Objects.equals(one, other);
    }
}
