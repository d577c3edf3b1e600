package dev.plumbline.benchmarks;

import java.io.IOException;

/**
 * Plumbline's drift detectors and well-known others on the same series, written to {@code
 * deploy/benchmarks/DRIFT.md} with its plots.
 *
 * <p>Arguments: part ({@code calibrate}, {@code nulls}, {@code delays}, {@code weeks}, {@code
 * quiet}, {@code life}, {@code together}, {@code real} or {@code all}); directory of the real logs
 * ({@code ../shared/data}).
 */
public final class ContendersBenchmark {

    private final String asked;

    private ContendersBenchmark(String asked) {
        this.asked = asked;
    }

    public static void main(String[] arguments) throws IOException {
        String part = arguments.length > 0 ? arguments[0] : "all";
        String data = arguments.length > 1 ? arguments[1] : "../shared/data";
        ContendersBenchmark benchmark = new ContendersBenchmark(part);
        benchmark.run("calibrate", ContenderThresholds::calibrate);
        ContenderThresholds thresholds = ContenderThresholds.read();
        benchmark.run("nulls", new ContenderNulls(thresholds)::run);
        benchmark.run("delays", new ContenderDelays(thresholds)::run);
        benchmark.run("weeks", new ContenderWeeks(thresholds)::run);
        benchmark.run("quiet", new QuietPods()::run);
        benchmark.run("life", new DriftLives()::run);
        benchmark.run("together", new DriftTogether()::run);
        benchmark.run("real", new ContenderReals(thresholds, data)::run);
    }

    private interface Measurement {
        void run() throws IOException;
    }

    private void run(String part, Measurement measurement) throws IOException {
        if (!"all".equals(asked) && !part.equals(asked)) {
            return;
        }
        long before = System.nanoTime();
        measurement.run();
        System.out.printf("%s: %.0f s%n", part, (System.nanoTime() - before) / 1e9);
    }
}
