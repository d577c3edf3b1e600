package dev.plumbline.drift;

import java.util.HashMap;
import java.util.Map;

/**
 * How long the episodes of an organisation were, by stratum: counts in steps of a twentieth of
 * ln(minutes + 1). Counts do not depend on the order and can be added. Grows with the strata (some
 * hundreds) and their steps (some two hundred at most), not with episodes.
 *
 * @param steps by {@link Stratum#key}
 */
public record StratumCounts(Map<String, Steps> steps) {

    private static final double STEPS_PER_UNIT = 20;

    /** How many episodes in which step. */
    public record Steps(Map<Integer, Long> counts) {}

    public static StratumCounts none() {
        return new StratumCounts(new HashMap<>());
    }

    /**
     * Counts an episode.
     *
     * @param value {@link Episode#scale} of its effective time
     */
    public void add(Stratum stratum, double value) {
        steps.computeIfAbsent(stratum.key(), key -> new Steps(new HashMap<>()))
                .counts()
                .merge((int) Math.floor(value * STEPS_PER_UNIT), 1L, Long::sum);
    }

    /** The middle of a step. */
    static double value(int step) {
        return (step + 0.5) / STEPS_PER_UNIT;
    }
}
