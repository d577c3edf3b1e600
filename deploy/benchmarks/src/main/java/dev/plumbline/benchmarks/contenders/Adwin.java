package dev.plumbline.benchmarks.contenders;

/**
 * Adaptive windowing: a window of the past is kept as an exponential histogram (at most five
 * buckets of each power of two). It is cut where the mean of the newer part exceeds that of the
 * older by e = sqrt(2 / m s^2 L) + 2 / (3 m) L with 1 / m = 1 / n0 + 1 / n1, s^2 the variance of
 * the window and L = ln(2 ln(n) / delta). The statistic is -ln of the least delta that would cut it
 * anywhere, the alarm comes at -ln delta; only a rise counts, and after it one begins anew.
 * Defaults: delta = 0.002, looked at every 32nd value.
 *
 * <p>Source: A. Bifet and R. Gavalda, Learning from Time-Changing Data with Adaptive Windowing,
 * SIAM International Conference on Data Mining (2007) 443-448; ln(n) for n as in their program.
 */
public final class Adwin implements Contender {

    private static final int BUCKETS = 5;
    private static final int LEVELS = 24;
    private static final int LEAST = 5;
    private static final int LEAST_WINDOW = 10;

    private final int every;
    private final int[] buckets = new int[LEVELS];
    private final double[][] sums = new double[LEVELS][BUCKETS + 1];
    private long count;
    private double total;
    private double squares;

    /**
     * With an empty window.
     *
     * @param every which value is followed by a look: 1 for each
     */
    public Adwin(int every) {
        this.every = every;
    }

    @Override
    public double after(double value) {
        count++;
        total += value;
        squares += value * value;
        insert(0, value);
        return count < LEAST_WINDOW || count % every != 0 ? 0 : furthest();
    }

    /** Newest first; the two oldest of a full level make one of the next. */
    private void insert(int level, double sum) {
        double[] row = sums[level];
        System.arraycopy(row, 0, row, 1, BUCKETS);
        row[0] = sum;
        buckets[level]++;
        if (buckets[level] > BUCKETS) {
            buckets[level] -= 2;
            insert(level + 1, row[BUCKETS] + row[BUCKETS - 1]);
        }
    }

    private double furthest() {
        double mean = total / count;
        double variance = Math.max(0, squares / count - mean * mean);
        double shift = Math.log(2 * Math.log((double) count));
        double most = 0;
        double newer = 0;
        long newerCount = 0;
        for (int level = 0; level < LEVELS; level++) {
            for (int bucket = 0; bucket < buckets[level]; bucket++) {
                newer += sums[level][bucket];
                newerCount += 1L << level;
                long olderCount = count - newerCount;
                if (newerCount < LEAST || olderCount < LEAST) {
                    continue;
                }
                double excess = newer / newerCount - (total - newer) / olderCount;
                double weight = (double) newerCount * olderCount / count;
                most = Math.max(most, confidence(excess, variance, weight) - shift);
            }
        }
        return most;
    }

    /** The L at which the bound is the excess: a quadratic equation of its square root. */
    static double confidence(double excess, double variance, double weight) {
        if (excess <= 0) {
            return 0;
        }
        double linear = 2 / (3 * weight);
        double root = Math.sqrt(2 * variance / weight);
        double solution = (-root + Math.sqrt(root * root + 4 * linear * excess)) / (2 * linear);
        return solution * solution;
    }
}
