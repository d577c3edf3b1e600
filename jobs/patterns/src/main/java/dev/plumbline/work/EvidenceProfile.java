package dev.plumbline.work;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Which evidence a claim on an item needs.
 *
 * @param judged false where no evidence is to be expected, so that its absence says nothing
 * @param kinds one of these is enough; empty for any kind
 */
public record EvidenceProfile(boolean judged, List<EvidenceKind> kinds) implements Serializable {

    /** Evidence of any kind. */
    public static final EvidenceProfile ANY = new EvidenceProfile(true, List.of());

    /** Nothing to be expected: missing telemetry is not missing work. */
    public static final EvidenceProfile NONE = new EvidenceProfile(false, List.of());

    public EvidenceProfile {
        kinds = List.copyOf(kinds);
    }

    /** One of these kinds is enough. */
    public static EvidenceProfile of(Set<EvidenceKind> kinds) {
        return new EvidenceProfile(true, kinds.stream().sorted().toList());
    }

    /** Whether evidence of that kind is asked for; a test run is a check, too. */
    public boolean accepts(EvidenceKind kind) {
        return kinds.isEmpty()
                || kinds.contains(kind)
                || (kind == EvidenceKind.TEST && kinds.contains(EvidenceKind.CHECK));
    }
}
