package dev.plumbline.drift;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The normal scores of all ranks among so many reference values, each worked out once: a new value
 * can only have one of 2 m + 1 of them.
 */
final class NormalScores {

    private static final int MOST = 1024;
    private static final AtomicReferenceArray<double[]> KNOWN =
            new AtomicReferenceArray<>(MOST + 1);

    private NormalScores() {}

    /**
     * The standard normal quantile at (halves / 2 + 0.5) / (size + 1).
     *
     * @param halves twice the reference values below, and once those that are equal
     * @param size of the reference, at most 1,024
     */
    static double of(int halves, int size) {
        double[] scores = KNOWN.get(size);
        if (scores == null) {
            scores = scores(size);
            KNOWN.set(size, scores);
        }
        return scores[halves];
    }

    private static double[] scores(int size) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] scores = new double[2 * size + 1];
        for (int halves = 0; halves < scores.length; halves++) {
            double share = (halves / 2.0 + 0.5) / (size + 1);
            scores[halves] = normal.inverseCumulativeProbability(share);
        }
        return scores;
    }
}
