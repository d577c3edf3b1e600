package dev.plumbline.benchmarks;

import dev.plumbline.stall.GapBaseline;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * What the only pod of an organisation sees in its first days: the silence it is warned at after
 * its first gap, its second and so on, over many such pods with a known law of gaps.
 *
 * <p>Arguments: pods (4000), seed (2026).
 */
public final class ColdStartBenchmark {

    private static final int MOST_GAPS = 10;
    private static final double P95 = 0.95;

    private ColdStartBenchmark() {}

    public static void main(String[] arguments) {
        int pods = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 2026;
        System.out.printf("%d organisations of one pod, seed %d%n%n", pods, seed);
        System.out.println(
                "| gaps | past | p95, median h | 10th-90th pct pod | moved by the last gap,"
                        + " 10th-90th pct pod | healthy beyond p95 |");
        System.out.println("|---|---|---|---|---|---|");
        for (GapLaw.Family family : List.of(GapLaw.Family.LOGNORMAL, GapLaw.Family.BURSTS)) {
            tell(family, pods, new Random(seed));
        }
    }

    private static void tell(GapLaw.Family family, int pods, Random random) {
        double[][] hours = new double[MOST_GAPS + 1][pods];
        double[][] moved = new double[MOST_GAPS + 1][pods];
        double[][] beyond = new double[MOST_GAPS + 1][pods];
        for (int pod = 0; pod < pods; pod++) {
            GapLaw law = GapLaw.ofSomePod(family, random);
            GapSums past = GapSums.NONE;
            for (int gaps = 0; gaps <= MOST_GAPS; gaps++) {
                double minutes = warnedAt(past);
                hours[gaps][pod] = minutes / 60;
                moved[gaps][pod] = gaps == 0 ? 1 : hours[gaps][pod] / hours[gaps - 1][pod];
                beyond[gaps][pod] = law.beyond(minutes);
                past = past.plus(GapSums.of(Math.round(law.draw(random) * 60_000)));
            }
        }
        for (int gaps = 0; gaps <= MOST_GAPS; gaps++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f-%.1f | %.2fx-%.2fx | %.1f %% |%n",
                    family.name().toLowerCase(Locale.ROOT),
                    gaps,
                    percentile(hours[gaps], 50),
                    percentile(hours[gaps], 10),
                    percentile(hours[gaps], 90),
                    percentile(moved[gaps], 10),
                    percentile(moved[gaps], 90),
                    100 * StatUtils.mean(beyond[gaps]));
        }
    }

    /** In working minutes, with the floor. */
    private static double warnedAt(GapSums past) {
        OrganisationPrior prior = OrganisationPrior.of(Map.of("red", past), Patience.PEOPLE);
        GapBaseline baseline = GapBaseline.of(past, prior, new long[0]);
        long millis = Math.max(Patience.PEOPLE.floorMillis(), baseline.quantileMillis(P95));
        return millis / 60_000.0;
    }

    private static double percentile(double[] values, double percent) {
        return new Percentile().evaluate(Arrays.copyOf(values, values.length), percent);
    }
}
