package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What an object passes on, and to whom.
 *
 * @param targets the objects it is linked to, each once, in the order they became known
 * @param evidence what is proof or disproof of its work, {@value #KEPT_EVIDENCE} at most and of
 *     more what {@link KeptProof} keeps: told to those whose link becomes known later
 * @param forgetAtMillis event time at which it is forgotten if the object stays silent
 * @param wakeAtMillis event time of the forget timer that is set, never after that
 */
public record Linked(
        List<Target> targets, List<RoutedEvent> evidence, long forgetAtMillis, long wakeAtMillis) {

    static final int KEPT_EVIDENCE = 24;

    private static final long NOT_SET = Long.MIN_VALUE;

    static final Linked NONE = new Linked(List.of(), List.of(), Long.MAX_VALUE, NOT_SET);

    /** What is known at an event; what was silent for too long is forgotten first. */
    Linked at(long atMillis, long forgetAfterMillis) {
        boolean forgotten = atMillis >= forgetAtMillis;
        return new Linked(
                forgotten ? List.of() : targets,
                forgotten ? List.of() : evidence,
                atMillis + forgetAfterMillis,
                wakeAtMillis);
    }

    boolean knows(Target target) {
        return targets.stream().anyMatch(known -> known.isSameObject(target));
    }

    Linked with(Target target) {
        List<Target> all = new ArrayList<>(targets);
        all.removeIf(known -> known.isSameObject(target));
        all.add(target);
        return new Linked(List.copyOf(all), evidence, forgetAtMillis, wakeAtMillis);
    }

    Linked keeping(RoutedEvent proof) {
        List<RoutedEvent> kept = KeptProof.with(evidence, proof, KEPT_EVIDENCE);
        return new Linked(targets, kept, forgetAtMillis, wakeAtMillis);
    }

    Linked wakingAt(long atMillis) {
        return new Linked(targets, evidence, forgetAtMillis, atMillis);
    }

    boolean isEmpty() {
        return targets.isEmpty() && evidence.isEmpty();
    }
}
