package dev.plumbline.benchmarks;

import dev.plumbline.stall.GapBaseline;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Stall timers against the truth: pods of unequal speed with a known law of gaps, a past of a few
 * gaps each, and every rule's limit set from that past alone. How many healthy gaps exceed a limit
 * and how long a dead item waits for it follow from the law without drawing.
 *
 * <p>Arguments: organisations (80), pods of each (50), seed (2026).
 */
public final class StallTimerBenchmark {

    private static final double P99 = 0.99;
    private static final double P95 = 0.95;
    private static final int[] PASTS = {8, 20, 50, 150};

    private final int organisations;
    private final int pods;
    private final long seed;

    private StallTimerBenchmark(int organisations, int pods, long seed) {
        this.organisations = organisations;
        this.pods = pods;
        this.seed = seed;
    }

    /** A pod, its true law and the past a rule may look at, in minutes. */
    private record Past(GapLaw law, List<Double> minutes) {

        GapSums sums() {
            GapSums sums = GapSums.NONE;
            for (double gap : minutes) {
                sums = sums.plus(GapSums.of(Math.round(gap * 60_000)));
            }
            return sums;
        }
    }

    /** Limits in minutes of one organisation's pods, from their pasts. */
    private interface TimerRule {
        double[] limits(List<Past> organisation, double level);
    }

    public static void main(String[] arguments) {
        int organisations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 80;
        int pods = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 2026;
        new StallTimerBenchmark(organisations, pods, seed).run();
    }

    private void run() {
        System.out.printf("%d organisations of %d pods, seed %d%n%n", organisations, pods, seed);
        System.out.println(
                "| gaps | rule | past | healthy beyond p99 | 10th-90th pct pod | beyond p95 |"
                        + " dead item, median h | vs oracle |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        tellPasts(GapLaw.Family.LOGNORMAL, "Plumbline", StallTimerBenchmark::plumbline);
        compareRulesOfToday();
        for (GapLaw.Family family : GapLaw.Family.values()) {
            if (family != GapLaw.Family.LOGNORMAL) {
                tellPasts(family, "Plumbline", StallTimerBenchmark::plumbline);
            }
        }
    }

    private void compareRulesOfToday() {
        GapLaw.Family lognormal = GapLaw.Family.LOGNORMAL;
        tell(lognormal, "3 business days (24 h)", 20, fixed(24));
        tell(lognormal, "14 days (80 h)", 20, fixed(80));
        tell(lognormal, "60 days (343 h)", 20, fixed(343));
        tell(lognormal, "organisation's p99", 20, StallTimerBenchmark::organisationWide);
        tellPasts(lognormal, "pod's own p99, empirical", StallTimerBenchmark::empirical);
        tellPasts(lognormal, "pod's own p99, lognormal", StallTimerBenchmark::plainLognormal);
    }

    private void tellPasts(GapLaw.Family family, String name, TimerRule rule) {
        for (int past : PASTS) {
            tell(family, name, past, rule);
        }
    }

    private void tell(GapLaw.Family family, String name, int past, TimerRule rule) {
        Random random = new Random(seed + 31L * family.name().hashCode() + past);
        List<Double> flagged = new ArrayList<>();
        List<Double> flaggedAtP95 = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        List<Double> oracle = new ArrayList<>();
        for (int organisation = 0; organisation < organisations; organisation++) {
            List<Past> pasts = drawOrganisation(family, past, random);
            double[] set = rule.limits(pasts, P99);
            double[] lower = rule.limits(pasts, P95);
            for (int pod = 0; pod < pods; pod++) {
                GapLaw law = pasts.get(pod).law();
                flagged.add(law.beyond(set[pod]));
                flaggedAtP95.add(law.beyond(lower[pod]));
                limits.add(set[pod] / 60);
                oracle.add(law.exceededBy(1 - P99) / 60);
            }
        }
        double dead = percentile(limits, 50);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.2f %% | %.2f-%.2f %% | %.1f %% | %.0f | %.2fx |%n",
                family.name().toLowerCase(Locale.ROOT),
                name,
                past,
                100 * mean(flagged),
                100 * percentile(flagged, 10),
                100 * percentile(flagged, 90),
                100 * mean(flaggedAtP95),
                dead,
                dead / percentile(oracle, 50));
    }

    private List<Past> drawOrganisation(GapLaw.Family family, int past, Random random) {
        List<Past> drawn = new ArrayList<>();
        for (int pod = 0; pod < pods; pod++) {
            GapLaw law = GapLaw.ofSomePod(family, random);
            List<Double> minutes =
                    IntStream.range(0, past).mapToObj(gap -> law.draw(random)).toList();
            drawn.add(new Past(law, minutes));
        }
        return drawn;
    }

    private static double[] plumbline(List<Past> organisation, double level) {
        Map<String, GapSums> sums = new TreeMap<>();
        for (int pod = 0; pod < organisation.size(); pod++) {
            sums.put("pod " + pod, organisation.get(pod).sums());
        }
        OrganisationPrior prior = OrganisationPrior.of(sums, Patience.PEOPLE);
        return IntStream.range(0, organisation.size())
                .mapToObj(pod -> GapBaseline.of(sums.get("pod " + pod), prior, new long[0]))
                .mapToDouble(baseline -> baseline.quantileMillis(level) / 60_000.0)
                .toArray();
    }

    private static TimerRule fixed(double hours) {
        return (organisation, level) ->
                organisation.stream().mapToDouble(past -> hours * 60).toArray();
    }

    private static double[] organisationWide(List<Past> organisation, double level) {
        List<Double> all = organisation.stream().flatMap(past -> past.minutes().stream()).toList();
        double limit = quantile(all, level);
        return organisation.stream().mapToDouble(past -> limit).toArray();
    }

    private static double[] empirical(List<Past> organisation, double level) {
        return organisation.stream().mapToDouble(past -> quantile(past.minutes(), level)).toArray();
    }

    private static double[] plainLognormal(List<Past> organisation, double level) {
        double standard = new NormalDistribution().inverseCumulativeProbability(level);
        return organisation.stream().mapToDouble(past -> plainLognormal(past, standard)).toArray();
    }

    private static double plainLognormal(Past past, double standard) {
        DescriptiveStatistics logs = new DescriptiveStatistics();
        past.minutes().forEach(minutes -> logs.addValue(Math.log(minutes)));
        return Math.exp(logs.getMean() + standard * logs.getStandardDeviation());
    }

    private static double quantile(List<Double> values, double level) {
        return new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(array(values), 100 * level);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double percentile(List<Double> values, double percent) {
        return new Percentile().evaluate(array(values), percent);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
