package dev.plumbline.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a pod's telemetry: whether its absence would mean anything.
 *
 * @param containers what is connected to each; as few as repositories and projects, never forgotten
 * @param strays when work was merged or pushed that belongs to no work item, by the finding's id;
 *     one leaves when it is linked, the oldest when there are more than {@value #MOST_STRAYS}
 * @param withheld open findings that were not told; one leaves when it ends, the oldest when there
 *     are more than {@value #MOST_WITHHELD}
 */
public record Telemetry(
        Map<String, Connection> containers, Map<String, Instant> strays, List<String> withheld) {

    static final int MOST_STRAYS = 256;

    static final int MOST_WITHHELD = 1024;

    /** Of a pod nothing is known of. */
    public static Telemetry none() {
        return new Telemetry(new HashMap<>(), new HashMap<>(), List.of());
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

    Telemetry withholding(String finding) {
        List<String> next = new ArrayList<>(withheld);
        next.add(finding);
        if (next.size() > MOST_WITHHELD) {
            next.remove(0);
        }
        return new Telemetry(containers, strays, List.copyOf(next));
    }

    Telemetry ending(String finding) {
        List<String> next = new ArrayList<>(withheld);
        next.remove(finding);
        return new Telemetry(containers, strays, List.copyOf(next));
    }

    /** Whether stray work lies in [{@code since}, {@code until}]: it may be what is missed. */
    boolean hasStrayIn(Instant since, Instant until) {
        return strays.values().stream().anyMatch(at -> !at.isBefore(since) && !at.isAfter(until));
    }
}
