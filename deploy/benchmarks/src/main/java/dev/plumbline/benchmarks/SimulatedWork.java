package dev.plumbline.benchmarks;

import dev.plumbline.drift.Stratum;
import java.util.random.RandomGenerator;

/**
 * What kinds of work an organisation has, and how much longer each takes: work type, size and the
 * weekday it began on explain a variance of 0.49 of ln(duration). Beside a residual standard
 * deviation of 0.7 the total is 0.99.
 */
final class SimulatedWork {

    /** What is left where the kinds of work are known. */
    static final double RESIDUAL = 0.7;

    private static final String[] TYPES = {"bug", "task", "story"};
    private static final double[] TYPE_SHARES = {0.4, 0.4, 0.2};
    private static final double[] TYPE_EFFECTS = {-0.4, 0.05, 0.7};
    private static final String[] SIZES = {"S", "M", "L"};
    private static final double[] SIZE_SHARES = {0.4, 0.4, 0.2};
    private static final double[] SIZE_EFFECTS = {-0.55, 0.1, 0.9};
    private static final double[] WEEKDAY_EFFECTS = {-0.3, -0.1, 0, 0.1, 0.3};

    private SimulatedWork() {}

    /** A piece of work and what its kind adds to ln(duration). */
    record Piece(Stratum stratum, double effect) {}

    /** The next one, begun on that weekday, 0 for Monday. */
    static Piece next(int weekday, RandomGenerator random) {
        int type = pick(TYPE_SHARES, random);
        int size = pick(SIZE_SHARES, random);
        return new Piece(
                new Stratum(TYPES[type], SIZES[size], weekday + 1),
                TYPE_EFFECTS[type] + SIZE_EFFECTS[size] + WEEKDAY_EFFECTS[weekday]);
    }

    private static int pick(double[] shares, RandomGenerator random) {
        double left = random.nextDouble();
        int picked = 0;
        while (picked < shares.length - 1 && left >= shares[picked]) {
            left -= shares[picked];
            picked++;
        }
        return picked;
    }
}
