package dev.plumbline.source;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The containers a pod works in: those its facts came from in the eight weeks up to its last fact.
 * Measured back from the pod's own last fact and not from now: a pod that falls silent altogether
 * keeps them, one that works elsewhere leaves those it has left behind.
 *
 * @param lastHeard when a fact last came from each; an entry leaves when it is eight weeks behind
 * @param latest of them all; null before the first fact
 */
public record HeardContainers(Map<String, Instant> lastHeard, Instant latest) {

    private static final Duration KEPT = Duration.ofDays(56);

    /** Of a pod that has heard nothing. */
    public static HeardContainers none() {
        return new HeardContainers(new HashMap<>(), null);
    }

    /**
     * A fact of the pod came from a container.
     *
     * @param container null for a fact that came from none, which is no news
     */
    public HeardContainers with(String container, Instant at) {
        if (container == null) {
            return this;
        }
        lastHeard.merge(container, at, (one, other) -> one.isAfter(other) ? one : other);
        if (latest != null && !at.isAfter(latest)) {
            return this;
        }
        lastHeard.values().removeIf(heard -> heard.isBefore(at.minus(KEPT)));
        return new HeardContainers(lastHeard, at);
    }

    /** Their names. */
    public Set<String> names() {
        return lastHeard.keySet();
    }
}
