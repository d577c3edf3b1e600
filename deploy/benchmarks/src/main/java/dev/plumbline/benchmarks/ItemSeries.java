package dev.plumbline.benchmarks;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One pod's items: those of its reference and those that follow.
 *
 * @param reference ln(hours) in the order of time
 * @param values that follow
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ItemSeries(double[] reference, double[] values) {

    private static final long CALIBRATION_SEED = 404_000_000_017L;
    private static final long TEST_SEED = 909_000_000_031L;

    /** ln of the eight hours that a usual item lasts. */
    static final double USUAL = Math.log(8);

    static ItemSeries of(DurationFamily family, RandomGenerator random, int items) {
        LogDurations durations = family.series(random);
        double[] reference = new double[DriftBenchmark.REFERENCE];
        for (int at = 0; at < reference.length; at++) {
            reference[at] = USUAL + durations.next();
        }
        double[] values = new double[items];
        for (int at = 0; at < items; at++) {
            values[at] = USUAL + durations.next();
        }
        return new ItemSeries(reference, values);
    }

    /** The same, slower by so many times from that item on. */
    ItemSeries slower(int from, double times) {
        double[] slower = values.clone();
        for (int at = from; at < slower.length; at++) {
            slower[at] += Math.log(times);
        }
        return new ItemSeries(reference, slower);
    }

    static RandomGenerator calibration(int series) {
        return new SplittableRandom(CALIBRATION_SEED + 7_919L * series);
    }

    /** Of a test, by its own number; none of them is one of calibration. */
    static RandomGenerator test(int test, int series) {
        return new SplittableRandom(TEST_SEED + 1_000_003L * (test + 1) + 7_919L * series);
    }
}
