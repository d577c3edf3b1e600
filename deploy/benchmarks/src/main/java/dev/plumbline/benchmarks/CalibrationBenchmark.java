package dev.plumbline.benchmarks;

import dev.plumbline.drift.CumulativeHazard;
import dev.plumbline.drift.LevelShift;
import dev.plumbline.drift.RankScore;
import dev.plumbline.drift.RateShift;
import dev.plumbline.drift.ShiryaevRoberts;
import dev.plumbline.drift.TailShift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Finds the thresholds of the drift detectors by simulation and writes them where they are shipped
 * from. Rank scores do not depend on the distribution, so normal series stand for all; series have
 * autocorrelation (first order) from their reference on.
 *
 * <p>Arguments: which table ({@code level}, {@code tail}, {@code rate}, {@code survival} or {@code
 * all}); by what to divide the number of series for a rougher and faster run (1). Each table has
 * its own seed; the benchmark of the detectors uses others.
 */
public final class CalibrationBenchmark {

    private static final long SEED = 1_000_003;
    private static final double CEILING = 30;
    private static final int[] REFERENCES = {30, 40, 60, 100};
    private static final double[] AUTOCORRELATIONS = {0, 0.1, 0.2, 0.3};
    private static final double[] ITEMS = {
        250, 500, 1_000, 1_500, 2_000, 3_000, 5_000, 7_000, 10_000, 14_000, 20_000, 40_000, 80_000
    };
    private static final double[] SHARES = {0.02, 0.05, 0.1, 0.2, 0.4, 0.6};
    private static final double[] ITEMS_PER_WEEK = {1, 2, 5, 10, 20, 40, 80};
    private static final double[] WEEKS = {
        13, 26, 52, 104, 150, 208, 300, 416, 832, 1_664, 3_328, 6_656
    };
    private static final Path RESOURCES =
            Path.of("jobs/patterns/src/main/resources/dev/plumbline/drift");

    private final int series;

    private CalibrationBenchmark(int series) {
        this.series = series;
    }

    public static void main(String[] arguments) throws IOException {
        String table = arguments.length > 0 ? arguments[0] : "all";
        int share = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        boolean all = "all".equals(table);
        if (all || "level".equals(table)) {
            new CalibrationBenchmark(8_000 / share).level();
        }
        if (all || "tail".equals(table)) {
            new CalibrationBenchmark(8_000 / share).tail();
        }
        if (all || "survival".equals(table)) {
            new CalibrationBenchmark(2_000 / share).survival();
        }
        if (all || "rate".equals(table)) {
            new CalibrationBenchmark(4_000 / share).rate("rise");
            new CalibrationBenchmark(4_000 / share).rate("fall");
        }
    }

    private interface Step {
        ShiryaevRoberts after(ShiryaevRoberts before, float[] reference, float value);
    }

    private void level() throws IOException {
        ranked(
                "level",
                (before, reference, value) ->
                        LevelShift.step(before, RankScore.of(reference, value)));
    }

    private void tail() throws IOException {
        ranked("tail", TailShift::step);
    }

    private void ranked(String name, Step step) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int size : REFERENCES) {
            for (double autocorrelation : AUTOCORRELATIONS) {
                RandomGenerator random = random(name, size, Math.round(100 * autocorrelation));
                RunLengths lengths = new RunLengths(CEILING, RunLengths.ITEMS);
                for (int one = 0; one < series; one++) {
                    watch(lengths, new NormalSeries(autocorrelation, random), size, step);
                }
                tell(lines, lengths, ITEMS, size + "," + autocorrelation);
            }
        }
        write(name, "reference,autocorrelation,arl0", lines);
    }

    private static void watch(RunLengths lengths, NormalSeries values, int size, Step step) {
        float[] reference = values.reference(size);
        lengths.begin();
        ShiryaevRoberts sums = ShiryaevRoberts.NONE;
        boolean open = true;
        for (int item = 1; open && item <= lengths.longest(); item++) {
            sums = step.after(sums, reference, (float) values.next());
            open = lengths.seen(item, sums.evidence());
        }
        lengths.end();
    }

    private void rate(String direction) throws IOException {
        boolean rise = "rise".equals(direction);
        List<String> lines = new ArrayList<>();
        for (int size : REFERENCES) {
            for (double share : SHARES) {
                RandomGenerator random = random(direction, size, Math.round(100 * share));
                RunLengths lengths = new RunLengths(CEILING, RunLengths.ITEMS);
                for (int one = 0; one < series; one++) {
                    int having = 0;
                    for (int item = 0; item < size; item++) {
                        having += random.nextDouble() < share ? 1 : 0;
                    }
                    double usual = RateShift.usual(having, size);
                    lengths.begin();
                    ShiryaevRoberts sums = ShiryaevRoberts.NONE;
                    boolean open = true;
                    for (int item = 1; open && item <= lengths.longest(); item++) {
                        boolean has = random.nextDouble() < share;
                        sums =
                                rise
                                        ? RateShift.rise(sums, has, usual)
                                        : RateShift.fall(sums, has, usual);
                        open = lengths.seen(item, sums.evidence());
                    }
                    lengths.end();
                }
                tell(lines, lengths, ITEMS, size + "," + share);
            }
        }
        write(direction, "reference,share,arl0", lines);
    }

    private void survival() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int size : REFERENCES) {
            for (double autocorrelation : AUTOCORRELATIONS) {
                for (double perWeek : ITEMS_PER_WEEK) {
                    RandomGenerator random =
                            random("survival" + perWeek, size, Math.round(100 * autocorrelation));
                    RunLengths lengths = new RunLengths(CEILING, RunLengths.ITEMS / perWeek);
                    for (int one = 0; one < series; one++) {
                        watch(lengths, size, perWeek, new NormalSeries(autocorrelation, random));
                    }
                    tell(lines, lengths, WEEKS, size + "," + autocorrelation + "," + perWeek);
                }
            }
        }
        write("survival", "reference,autocorrelation,items_per_week,weeks", lines);
    }

    private static void watch(
            RunLengths lengths, int size, double perWeek, NormalSeries logDurations) {
        CumulativeHazard hazard = CumulativeHazard.of(logDurations.reference(size), new float[0]);
        OpenItems items = new OpenItems(perWeek, hazard, logDurations);
        lengths.begin();
        boolean open = true;
        while (open && items.weeks() < lengths.longest()) {
            items.tick(CEILING + 1);
            open = lengths.seen(items.weeks(), items.statistic());
        }
        lengths.end();
    }

    private static RandomGenerator random(String name, int size, long percent) {
        return new SplittableRandom(SEED + 31L * name.hashCode() + 1_009L * size + percent);
    }

    private static void tell(
            List<String> lines, RunLengths lengths, double[] budgets, String cell) {
        for (double budget : budgets) {
            double threshold = lengths.threshold(budget);
            double error = lengths.error(threshold, budget);
            lines.add(
                    String.format(
                            Locale.ROOT, "%s,%.0f,%.3f,%.3f", cell, budget, threshold, error));
        }
        System.out.println(lines.subList(lines.size() - budgets.length, lines.size()));
    }

    private void write(String name, String coordinates, List<String> lines) throws IOException {
        List<String> all =
                new ArrayList<>(
                        Arrays.asList(
                                "# Regenerated by: deploy/benchmarks/run CalibrationBenchmark "
                                        + name,
                                "# "
                                        + series
                                        + " series per cell; error: Monte Carlo standard error of"
                                        + " the threshold; 30: not to be had with such a reference",
                                coordinates + ",threshold,error"));
        all.addAll(lines);
        Files.createDirectories(RESOURCES);
        Files.write(RESOURCES.resolve(name + "-thresholds.csv"), all);
    }
}
