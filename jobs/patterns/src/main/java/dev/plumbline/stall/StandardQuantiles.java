package dev.plumbline.stall;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Quantiles of Student's t, each worked out once: inverting the incomplete beta function costs as
 * much as folding a hundred events. Degrees of freedom are rounded down by a ninetieth of their
 * size at most: from 10 on that moves the 99th percentile by less than a hundredth, to the careful
 * side. The cold start's 10 are exact.
 */
final class StandardQuantiles {

    private static final double STEPS_PER_DOUBLING = 64;
    private static final double EXACT_DEGREES = 10;
    private static final double MOST_DEGREES = 1 << 14;

    private static final Map<Key, Double> KNOWN = new ConcurrentHashMap<>();

    private record Key(long step, double probability) {}

    private StandardQuantiles() {}

    /**
     * The quantile of a t with so many degrees of freedom; of the normal where they are infinite.
     *
     * @param degrees at least 1
     */
    static double of(double degrees, double probability) {
        if (degrees > MOST_DEGREES) {
            return known(new Key(Long.MAX_VALUE, probability));
        }
        double doublings = StrictMath.log(degrees / EXACT_DEGREES) / StrictMath.log(2);
        long step = (long) Math.floor(doublings * STEPS_PER_DOUBLING);
        return known(new Key(step, probability));
    }

    /** Asked first: of the map's two questions only this one never locks. */
    private static double known(Key key) {
        Double quantile = KNOWN.get(key);
        return quantile == null
                ? KNOWN.computeIfAbsent(key, StandardQuantiles::workedOut)
                : quantile;
    }

    private static double workedOut(Key key) {
        return key.step == Long.MAX_VALUE ? normal(key) : student(key);
    }

    private static double normal(Key key) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(key.probability);
    }

    private static double student(Key key) {
        double degrees = EXACT_DEGREES * StrictMath.pow(2, key.step / STEPS_PER_DOUBLING);
        return new TDistribution(null, degrees).inverseCumulativeProbability(key.probability);
    }
}
