package dev.plumbline.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which evidence is kept: of each kind, for whoever may claim, the earliest by somebody else. Two
 * of a kind as a rule; where agents act for people eight at most.
 */
final class EvidenceRule {

    private static final Comparator<Evidence> EARLIER =
            Comparator.comparing(Evidence::kind)
                    .thenComparing(Evidence::at)
                    .thenComparing(Evidence::event);

    /** Somebody who has left no trace. */
    private static final String ANOTHER = "";

    private EvidenceRule() {}

    /**
     * With one more; what a reopening has taken back goes, and the same producer may verify anew.
     *
     * @param seen null where there is none
     */
    static List<Evidence> next(List<Evidence> known, Evidence seen, Standing standing) {
        if (seen == null && !hasWithdrawn(known, standing)) {
            return known;
        }
        List<Evidence> all = new ArrayList<>(known);
        if (seen != null) {
            all.add(seen);
        }
        all.removeIf(one -> standing.isWithdrawn(one.at()));
        all.sort(EARLIER);
        List<Evidence> kept = new ArrayList<>(all.size());
        List<Evidence> ofKind = new ArrayList<>(2);
        for (Evidence one : all) {
            if (!ofKind.isEmpty() && ofKind.get(0).kind() != one.kind()) {
                ofKind.clear();
            }
            if (isNeeded(one, ofKind)) {
                ofKind.add(one);
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean hasWithdrawn(List<Evidence> known, Standing standing) {
        for (Evidence one : known) {
            if (standing.isWithdrawn(one.at())) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody may claim whose own word all the earlier ones are, and this one is not. */
    private static boolean isNeeded(Evidence one, List<Evidence> earlier) {
        if (earlier.isEmpty() || isNeeded(one, earlier, ANOTHER)) {
            return true;
        }
        for (Evidence other : earlier) {
            if (isNeeded(one, earlier, other.producer())
                    || (other.producerFor() != null
                            && isNeeded(one, earlier, other.producerFor()))) {
                return true;
            }
        }
        return false;
    }

    /** The claimer may act for nobody, or for one of those for whom others did. */
    private static boolean isNeeded(Evidence one, List<Evidence> earlier, String claimer) {
        if (isFirst(one, earlier, claimer, null)) {
            return true;
        }
        for (Evidence other : earlier) {
            if (isFirst(one, earlier, claimer, other.producerFor())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirst(
            Evidence one, List<Evidence> earlier, String claimer, String claimerFor) {
        if (!one.independentOf(claimer, claimerFor)) {
            return false;
        }
        for (Evidence other : earlier) {
            if (other.independentOf(claimer, claimerFor)) {
                return false;
            }
        }
        return true;
    }
}
