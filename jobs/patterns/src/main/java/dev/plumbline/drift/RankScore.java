package dev.plumbline.drift;

/**
 * How high a value stands against a frozen reference, as a standard normal quantity: z = Phi^-1((b
 * + t / 2 + 1/2) / (m + 1)) with b of the m reference values below it and t equal to it. Only ranks
 * enter, so one threshold serves every distribution, and no outlier counts more than 2.6 at m =
 * 100.
 *
 * <p>Sources: B. L. van der Waerden, Order Tests for the Two-Sample Problem and Their Power,
 * Indagationes Mathematicae 14 (1952) 453-458; F. Lombard and C. van Zyl, Signed Sequential Rank
 * CUSUMs, Computational Statistics and Data Analysis 118 (2018) 30-39 (arXiv 1706.03901).
 */
public final class RankScore {

    private RankScore() {}

    /**
     * The score of a value.
     *
     * @param reference ascending, at least one
     */
    public static double of(float[] reference, float value) {
        int below = countBelow(reference, value);
        int ties = 0;
        while (below + ties < reference.length && reference[below + ties] == value) {
            ties++;
        }
        return NormalScores.of(2 * below + ties, reference.length);
    }

    /** How many of the reference are smaller. */
    static int countBelow(float[] reference, float value) {
        int low = 0;
        int high = reference.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reference[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
