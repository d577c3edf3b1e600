package dev.plumbline.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of a pod's telemetry: whether its absence would mean anything.
 *
 * @param containers what is connected to each; as few as repositories and projects, never forgotten
 * @param strays when work was merged or pushed that belongs to no work item, by the finding's id;
 *     one leaves when it is linked, the oldest when there are more than {@value #MOST_STRAYS}
 * @param withheld open findings that are not told, by their id; one leaves when it ends, when it is
 *     told after all, and, the oldest, when there are more than {@value #MOST_WITHHELD}. That one
 *     is told when it ends
 */
public record Telemetry(
        Map<String, Connection> containers,
        Map<String, Instant> strays,
        Map<String, Withheld> withheld) {

    static final int MOST_STRAYS = 256;

    static final int MOST_WITHHELD = 1024;

    /** Of a pod nothing is known of. */
    public static Telemetry none() {
        return new Telemetry(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    Connection of(String container) {
        return containers.getOrDefault(container, Connection.NONE);
    }

    /** A trace from another tool reached an item of the container. */
    public Telemetry withEvidence(String container, Instant at) {
        containers.put(container, of(container).withEvidence(at));
        return this;
    }

    /** A change or a commit of the container named a work item. */
    public Telemetry withWorkItemLink(String container, Instant at) {
        containers.put(container, of(container).withWorkItemLink(at));
        return this;
    }

    /** Work lies about that belongs to no work item. */
    void stray(String finding, Instant at) {
        strays.put(finding, at);
        if (strays.size() > MOST_STRAYS) {
            forgetFirst(strays, stray -> stray);
        }
    }

    void withhold(Finding finding, Instant since) {
        withheld.put(finding.id(), new Withheld(finding, since));
        if (withheld.size() > MOST_WITHHELD) {
            forgetFirst(withheld, one -> one.finding().openedAt());
        }
    }

    /** Whether stray work lies in [{@code since}, {@code until}]: it may be what is missed. */
    boolean hasStrayIn(Instant since, Instant until) {
        for (Instant at : strays.values()) {
            if (!at.isBefore(since) && !at.isAfter(until)) {
                return true;
            }
        }
        return false;
    }

    /** What was withheld for the sake of that stray work alone is withheld no longer. */
    List<Finding> release(Instant stray) {
        List<Finding> released = new ArrayList<>(1);
        for (Withheld one : withheld.values()) {
            boolean may = one.mayMiss(stray);
            if (may && !hasStrayIn(one.since(), one.finding().openedAt())) {
                released.add(one.finding());
            }
        }
        released.forEach(finding -> withheld.remove(finding.id()));
        released.sort(Comparator.comparing(Finding::openedAt).thenComparing(Finding::id));
        return released;
    }

    private static <T> void forgetFirst(Map<String, T> all, Function<T, Instant> at) {
        all.remove(
                Collections.min(
                                all.entrySet(),
                                Comparator.comparing(
                                                (Map.Entry<String, T> one) ->
                                                        at.apply(one.getValue()))
                                        .thenComparing(Map.Entry::getKey))
                        .getKey());
    }
}
