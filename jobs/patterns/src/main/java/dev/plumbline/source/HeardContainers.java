package dev.plumbline.source;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The containers a pod works in: those its work came from in the eight weeks up to the last of it.
 * Measured back from the pod's own last work and not from now: a pod that falls silent altogether
 * keeps them, one that works elsewhere leaves those it has left behind. Beside them those that
 * brought evidence of its work.
 *
 * @param lastHeard when work last came from each; an entry leaves when it is eight weeks behind
 * @param lastEvidence when evidence last came from each; an entry leaves likewise
 * @param latest of all work; null before the first
 */
public record HeardContainers(
        Map<String, Instant> lastHeard, Map<String, Instant> lastEvidence, Instant latest) {

    private static final Duration KEPT = Duration.ofDays(56);

    /** Of a pod that has heard nothing. */
    public static HeardContainers none() {
        return new HeardContainers(new HashMap<>(), new HashMap<>(), null);
    }

    /**
     * Work of the pod came from a container.
     *
     * @param container null for work that came from none, which is no news
     */
    public HeardContainers with(String container, Instant at) {
        if (container == null) {
            return this;
        }
        lastHeard.merge(container, at, HeardContainers::later);
        if (latest != null && !at.isAfter(latest)) {
            return this;
        }
        Instant oldest = at.minus(KEPT);
        lastHeard.values().removeIf(heard -> heard.isBefore(oldest));
        lastEvidence.values().removeIf(heard -> heard.isBefore(oldest));
        return new HeardContainers(lastHeard, lastEvidence, at);
    }

    /** Evidence of the pod's work came from a container: nobody of the pod need have worked. */
    public HeardContainers withEvidence(String container, Instant at) {
        lastEvidence.merge(container, at, HeardContainers::later);
        Instant oldest = at.minus(KEPT);
        lastEvidence.values().removeIf(heard -> heard.isBefore(oldest));
        return this;
    }

    /** Nothing was heard. */
    public boolean isEmpty() {
        return lastHeard.isEmpty() && lastEvidence.isEmpty();
    }

    /** The names of those its work comes from. */
    public Set<String> names() {
        return lastHeard.keySet();
    }

    /** The names of those that bring evidence; some of them may bring work too. */
    public Set<String> evidenceNames() {
        return lastEvidence.keySet();
    }

    /** Whether a container brings evidence and no work. */
    public boolean isOnlyEvidence(String container) {
        return lastEvidence.containsKey(container) && !lastHeard.containsKey(container);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
