package dev.plumbline.benchmarks;

import dev.plumbline.drift.CumulativeHazard;
import java.util.random.RandomGenerator;

/** The rule of stale-item bots: the oldest open item is older than so many working hours. */
final class OpenAgeRule {

    static final String NAME = "oldest open item";

    static final double PER_WEEK = 10;

    private static final int SERIES = 600;
    private static final double CEILING = 1e6;

    private OpenAgeRule() {}

    /** In pods in which nothing changes. */
    static RunLengths runLengths() {
        RunLengths lengths = new RunLengths(CEILING, RunLengths.ITEMS / PER_WEEK);
        for (int one = 0; one < SERIES; one++) {
            OpenItems items = pod(ItemSeries.calibration(1_000_000 + one));
            lengths.begin();
            boolean open = true;
            while (open && items.weeks() < lengths.longest()) {
                items.tick(DriftBenchmark.CEILING);
                open = lengths.seen(items.weeks(), items.oldestHours());
            }
            lengths.end();
        }
        return lengths;
    }

    private static OpenItems pod(RandomGenerator random) {
        LogDurations durations = DurationFamily.LOGNORMAL_1.series(random);
        float[] reference = durations.reference(DriftBenchmark.REFERENCE);
        CumulativeHazard hazard = CumulativeHazard.of(reference, new float[0]);
        return new OpenItems(PER_WEEK, hazard, durations);
    }
}
