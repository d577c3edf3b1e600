package dev.plumbline.benchmarks.contenders;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Kolmogorov-Smirnov windowing: of the last w = 100 values the newest r = 30 are compared with 30
 * drawn at random from the 70 before; the statistic is how far the distribution function of the
 * newest lies below the other (D+ of Smirnov). The default level 0.005, two-sided, is 0.0025 for a
 * rise alone. For the calibrated form, all 70 are compared: the draw only adds noise.
 *
 * <p>Source: C. Raab, M. Heusinger and F.-M. Schleif, Reactive Soft Prototype Computing for Concept
 * Drift Streams, Neurocomputing 416 (2020) 340-351.
 */
public final class Kswin implements Contender {

    private static final int WINDOW = 100;
    private static final int NEWEST = 30;

    private final RandomGenerator draw;
    private final double[] window = new double[WINDOW];
    private int count;

    /**
     * With an empty window.
     *
     * @param draw for the sample of the older values; null to take all of them
     */
    public Kswin(RandomGenerator draw) {
        this.draw = draw;
    }

    @Override
    public double after(double value) {
        System.arraycopy(window, 1, window, 0, WINDOW - 1);
        window[WINDOW - 1] = value;
        count++;
        if (count < WINDOW) {
            return 0;
        }
        double[] older = Arrays.copyOf(window, WINDOW - NEWEST);
        return rise(draw == null ? older : sample(older), newest());
    }

    private double[] newest() {
        return Arrays.copyOfRange(window, WINDOW - NEWEST, WINDOW);
    }

    private double[] sample(double[] older) {
        for (int at = 0; at < NEWEST; at++) {
            int other = at + draw.nextInt(older.length - at);
            double drawn = older[other];
            older[other] = older[at];
            older[at] = drawn;
        }
        return Arrays.copyOf(older, NEWEST);
    }

    /** The largest excess of the older distribution function over the newer. */
    static double rise(double[] older, double[] newer) {
        Arrays.sort(older);
        Arrays.sort(newer);
        double most = 0;
        int below = 0;
        for (int at = 0; at < older.length; at++) {
            while (below < newer.length && newer[below] <= older[at]) {
                below++;
            }
            most = Math.max(most, (at + 1.0) / older.length - (double) below / newer.length);
        }
        return most;
    }

    /** The least D+ of two samples of n with at most that probability: C(2n, n-k) / C(2n, n). */
    public static double critical(int size, double level) {
        double probability = 1;
        int steps = 0;
        while (probability > level) {
            probability *= (double) (size - steps) / (size + steps + 1);
            steps++;
        }
        return (double) steps / size;
    }

    /** The threshold of the default level. */
    public static double usualThreshold() {
        return critical(NEWEST, 0.0025);
    }
}
