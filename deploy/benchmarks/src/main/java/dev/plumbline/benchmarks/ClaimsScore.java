package dev.plumbline.benchmarks;

import dev.plumbline.simulation.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings of one kind against the truth, ticket by ticket. */
final class ClaimsScore {
    private final String kind;
    private final SortedMap<String, int[]> foundOfVariant = new TreeMap<>();
    private int right;
    private int wrong;
    private int missed;

    /**
     * Compares.
     *
     * @param found tickets with a finding of that kind
     */
    ClaimsScore(String kind, Set<String> found, List<Truth> truths) {
        this.kind = kind;
        Set<String> blind = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Truth truth : truths) {
            if (truth.kind().equals("outage_item")) {
                blind.add(truth.objectId());
            } else if (truth.find().contains(kind)) {
                told.add(truth.objectId());
                count(truth, found.contains(truth.objectId()));
            }
        }
        for (String ticket : found) {
            wrong += told.contains(ticket) || blind.contains(ticket) ? 0 : 1;
        }
    }

    private void count(Truth truth, boolean isFound) {
        int[] counts = foundOfVariant.computeIfAbsent(truth.variant(), any -> new int[2]);
        counts[0] += isFound ? 1 : 0;
        counts[1]++;
        right += isFound ? 1 : 0;
        missed += isFound ? 0 : 1;
    }

    /** Of what was found, the share that is true; NaN where nothing was found. */
    double precision() {
        return (double) right / (right + wrong);
    }

    /** Of what is true, the share that was found; NaN where nothing is true. */
    double recall() {
        return (double) right / (right + missed);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        Locale.ROOT,
                        "%-20s precision %.3f (%d wrong), recall %.3f (%d of %d):",
                        kind,
                        precision(),
                        wrong,
                        recall(),
                        right,
                        right + missed));
        foundOfVariant.forEach(
                (variant, counts) ->
                        line.append(
                                String.format(
                                        Locale.ROOT, " %s %d/%d", variant, counts[0], counts[1])));
        return line.toString();
    }
}
