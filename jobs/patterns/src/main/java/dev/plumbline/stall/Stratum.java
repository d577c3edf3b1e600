package dev.plumbline.stall;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gaps that are compared with each other: those of one type of object, in one state, with one kind
 * of owner.
 *
 * @param ownerKind {@code UNKNOWN} where a group owns it, or nobody
 */
public record Stratum(ObjectType objectType, StateCategory state, ActorKind ownerKind) {

    private static final Map<Stratum, String> KEYS = new ConcurrentHashMap<>();

    public static Stratum of(ObjectType objectType, StateCategory state, ActorKind ownerKind) {
        return new Stratum(objectType, state, ownerKind == null ? ActorKind.UNKNOWN : ownerKind);
    }

    /** The words of its three parts: a key for states and broadcasts. There are few: kept. */
    public String key() {
        return KEYS.computeIfAbsent(this, Stratum::words);
    }

    private static String words(Stratum stratum) {
        return stratum.objectType.word()
                + '/'
                + stratum.state.word()
                + '/'
                + stratum.ownerKind.word();
    }
}
