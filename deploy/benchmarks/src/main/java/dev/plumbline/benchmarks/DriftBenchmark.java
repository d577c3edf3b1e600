package dev.plumbline.benchmarks;

import dev.plumbline.drift.CumulativeHazard;
import dev.plumbline.drift.LevelShift;
import dev.plumbline.drift.RankScore;
import dev.plumbline.drift.RateShift;
import dev.plumbline.drift.ShiryaevRoberts;
import dev.plumbline.drift.TailShift;
import dev.plumbline.drift.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The drift detectors against the truth, with the thresholds that are shipped: how long until a
 * false alarm where nothing changes, whatever the durations' law, and how long until a real change
 * is found. Its seeds are none of those the thresholds were found with.
 *
 * <p>Arguments: number of series (2000), part ({@code items}, {@code rates}, {@code open}, {@code
 * delays}, {@code weeks} or {@code all}).
 */
public final class DriftBenchmark {

    private static final long SEED = 77_777_777_777L;
    static final double CEILING = 30;
    static final int REFERENCE = 100;

    private final int series;

    private DriftBenchmark(int series) {
        this.series = series;
    }

    public static void main(String[] arguments) {
        int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        DriftBenchmark benchmark = new DriftBenchmark(series);
        String part = arguments.length > 1 ? arguments[1] : "all";
        benchmark.run(part, "items", benchmark::falseAlarmsOfItems);
        benchmark.run(part, "rates", benchmark::falseAlarmsOfRates);
        benchmark.run(part, "open", benchmark::falseAlarmsOfOpenItems);
        benchmark.run(part, "delays", () -> new DriftDelays(series).inItems());
        benchmark.run(part, "weeks", () -> new DriftDelays(series).inWeeks());
    }

    private void run(String asked, String part, Runnable measurement) {
        if ("all".equals(asked) || part.equals(asked)) {
            measurement.run();
        }
    }

    interface Step {
        ShiryaevRoberts after(ShiryaevRoberts before, float[] reference, float value);
    }

    static final Step RISE =
            (before, reference, value) -> LevelShift.step(before, RankScore.of(reference, value));

    private static final Step FALL =
            (before, reference, value) -> LevelShift.step(before, -RankScore.of(reference, value));

    private static double autocorrelation(DurationFamily family) {
        return switch (family) {
            case AUTOCORRELATED_0_2 -> 0.2;
            case AUTOCORRELATED_0_3 -> 0.3;
            default -> 0;
        };
    }

    private void falseAlarmsOfItems() {
        print("| law | reference | ARL0 | rise | fall | tail |%n|---|---|---|---|---|---|%n");
        for (int size : new int[] {100, 45, 30}) {
            for (DurationFamily family : DurationFamily.values()) {
                RunLengths rise = runs(family, size, RISE, 1);
                RunLengths fall = runs(family, size, FALL, 2);
                RunLengths tail = runs(family, size, TailShift::step, 3);
                for (double arl0 : new double[] {1_000, 3_000}) {
                    double autocorrelation = autocorrelation(family);
                    Thresholds level = Thresholds.level(size, autocorrelation, arl0);
                    Thresholds tails = Thresholds.tail(size, autocorrelation, arl0);
                    print(
                            "| %s | %d | %.0f | %s | %s | %s |%n",
                            name(family),
                            size,
                            arl0,
                            ratio(rise, level),
                            ratio(fall, level),
                            ratio(tail, tails));
                }
            }
        }
    }

    private RunLengths runs(DurationFamily family, int size, Step step, int salt) {
        RandomGenerator random = random(name(family).hashCode(), size, salt);
        RunLengths lengths = new RunLengths(CEILING, RunLengths.ITEMS);
        for (int one = 0; one < series; one++) {
            LogDurations values = family.series(random);
            float[] reference = values.reference(size);
            ShiryaevRoberts sums = ShiryaevRoberts.NONE;
            lengths.begin();
            boolean open = true;
            for (int item = 1; open && item <= lengths.longest(); item++) {
                sums = step.after(sums, reference, (float) values.next());
                open = lengths.seen(item, sums.evidence());
            }
            lengths.end();
        }
        return lengths;
    }

    private void falseAlarmsOfRates() {
        print("%n| share | reference | ARL0 | rise | fall |%n|---|---|---|---|---|%n");
        double arl0 = 1_000;
        for (int size : new int[] {30, 100}) {
            for (double share : new double[] {0.03, 0.08, 0.15, 0.3, 0.5}) {
                RandomGenerator random = random((int) (100 * share), size, 4);
                List<Double> rises = new ArrayList<>();
                List<Double> falls = new ArrayList<>();
                for (int one = 0; one < series; one++) {
                    int having = 0;
                    for (int item = 0; item < size; item++) {
                        having += random.nextDouble() < share ? 1 : 0;
                    }
                    double usual = RateShift.usual(having, size);
                    double rise = Thresholds.rise(size, usual, arl0).threshold();
                    double fall = Thresholds.fall(size, usual, arl0).threshold();
                    ShiryaevRoberts up = ShiryaevRoberts.NONE;
                    ShiryaevRoberts down = ShiryaevRoberts.NONE;
                    double risen = Double.POSITIVE_INFINITY;
                    double fallen = Double.POSITIVE_INFINITY;
                    for (int item = 1; item <= RunLengths.PATIENCE * arl0; item++) {
                        boolean has = random.nextDouble() < share;
                        up = RateShift.rise(up, has, usual);
                        down = RateShift.fall(down, has, usual);
                        risen = up.evidence() >= rise ? Math.min(risen, item) : risen;
                        fallen = down.evidence() >= fall ? Math.min(fallen, item) : fallen;
                    }
                    rises.add(risen);
                    falls.add(fallen);
                }
                print(
                        "| %.2f | %d | %.0f | %.2f | %.2f |%n",
                        share, size, arl0, arl0(rises, arl0) / arl0, arl0(falls, arl0) / arl0);
            }
        }
    }

    private static double arl0(List<Double> firsts, double nominal) {
        double horizon = RunLengths.PATIENCE * nominal;
        double watched = firsts.stream().mapToDouble(at -> Math.min(at, horizon)).sum();
        return watched / firsts.stream().filter(at -> at <= horizon).count();
    }

    private void falseAlarmsOfOpenItems() {
        print("%n| law | reference | items/week | weeks | survival |%n|---|---|---|---|---|%n");
        for (DurationFamily family : DurationFamily.values()) {
            for (double perWeek : new double[] {7, 10, 30}) {
                RandomGenerator random = random(name(family).hashCode(), (int) perWeek, 5);
                RunLengths lengths = new RunLengths(CEILING, RunLengths.ITEMS / perWeek);
                for (int one = 0; one < series; one++) {
                    LogDurations durations = family.series(random);
                    float[] reference = durations.reference(REFERENCE);
                    OpenItems items = items(perWeek, reference, durations);
                    lengths.begin();
                    boolean open = true;
                    while (open && items.weeks() < lengths.longest()) {
                        items.tick(CEILING + 1);
                        open = lengths.seen(items.weeks(), items.statistic());
                    }
                    lengths.end();
                }
                Thresholds survival =
                        Thresholds.survival(REFERENCE, autocorrelation(family), perWeek, 104);
                print(
                        "| %s | %d | %.0f | 104 | %s |%n",
                        name(family), REFERENCE, perWeek, ratio(lengths, survival));
            }
        }
    }

    static OpenItems items(double perWeek, float[] reference, LogDurations durations) {
        return new OpenItems(perWeek, CumulativeHazard.of(reference, new float[0]), durations);
    }

    /** Realised by nominal ARL0. */
    private static String ratio(RunLengths lengths, Thresholds inForce) {
        double realised = lengths.arl0(inForce.threshold(), inForce.arl0());
        return String.format(Locale.ROOT, "%.2f", realised / inForce.arl0());
    }

    static RandomGenerator random(int law, int size, int salt) {
        return new SplittableRandom(SEED + 1_000_000L * salt + 1_000L * law + size);
    }

    private static String name(DurationFamily family) {
        return family.name().toLowerCase(Locale.ROOT);
    }

    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
