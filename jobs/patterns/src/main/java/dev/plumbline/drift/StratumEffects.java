package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What work type, size and weekday add to ln(minutes + 1) in an organisation, so that a week of
 * large bugs is not taken for a slow pod. Medians are polished: of what the other two leave
 * unexplained, each level's effect is its median less the median of all, shrunk to zero by n / (n +
 * 20); twice around. The levels with most episodes are kept, 16 at most.
 *
 * <p>Source: J. W. Tukey, Exploratory Data Analysis (1977), chapter 11.
 *
 * @param effects by factor (t for type, s for size, d for weekday) and level: short words, as every
 *     pod keeps them
 */
public record StratumEffects(Map<String, Float> effects) {

    /** Nothing is known to make a difference. */
    public static final StratumEffects NONE = new StratumEffects(Map.of());

    private static final double PRIOR_EPISODES = 20;
    private static final int ROUNDS = 2;
    private static final int MOST_LEVELS = 16;

    private static final List<Function<Stratum, String>> FACTORS =
            List.of(
                    stratum -> "t:" + stratum.workType(),
                    stratum -> "s:" + stratum.size(),
                    stratum -> "d:" + stratum.weekday());

    private record Weighted(double value, long count) {}

    /** From what was counted so far. */
    public static StratumEffects learned(StratumCounts counts) {
        Map<String, Float> effects = new HashMap<>();
        Map<String, Long> episodes = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Function<Stratum, String> factor : FACTORS) {
                polish(counts, factor, effects, episodes);
            }
        }
        List<String> levels = new ArrayList<>(effects.keySet());
        levels.sort(
                Comparator.comparing((String level) -> -episodes.get(level))
                        .thenComparing(Comparator.naturalOrder()));
        if (levels.size() > MOST_LEVELS) {
            effects.keySet().retainAll(levels.subList(0, MOST_LEVELS));
        }
        return new StratumEffects(effects);
    }

    boolean isNone() {
        return effects.isEmpty();
    }

    /** What to subtract from the value of an episode. */
    public double of(Stratum stratum) {
        if (isNone()) {
            return 0;
        }
        double sum = 0;
        for (Function<Stratum, String> factor : FACTORS) {
            sum += effects.getOrDefault(factor.apply(stratum), 0f);
        }
        return sum;
    }

    private static void polish(
            StratumCounts counts,
            Function<Stratum, String> factor,
            Map<String, Float> effects,
            Map<String, Long> episodes) {
        Map<String, List<Weighted>> levels = new TreeMap<>();
        List<Weighted> all = new ArrayList<>();
        StratumEffects known = new StratumEffects(effects);
        counts.steps()
                .forEach(
                        (key, steps) -> {
                            Stratum stratum = Stratum.of(key);
                            String level = factor.apply(stratum);
                            double others = known.of(stratum) - effects.getOrDefault(level, 0f);
                            List<Weighted> own =
                                    levels.computeIfAbsent(level, name -> new ArrayList<>());
                            steps.counts()
                                    .forEach(
                                            (step, count) -> {
                                                double value = StratumCounts.value(step) - others;
                                                own.add(new Weighted(value, count));
                                                all.add(new Weighted(value, count));
                                            });
                        });
        double median = median(all);
        levels.forEach(
                (level, values) -> {
                    double n = count(values);
                    episodes.put(level, (long) n);
                    double shrunk = n / (n + PRIOR_EPISODES) * (median(values) - median);
                    if (shrunk == 0) {
                        effects.remove(level);
                    } else {
                        effects.put(level, (float) shrunk);
                    }
                });
    }

    private static long count(List<Weighted> values) {
        return values.stream().mapToLong(Weighted::count).sum();
    }

    /** The smallest value with half of the counts up to it. */
    private static double median(List<Weighted> values) {
        List<Weighted> ascending =
                values.stream().sorted(Comparator.comparingDouble(Weighted::value)).toList();
        long half = (count(values) + 1) / 2;
        long below = 0;
        for (Weighted weighted : ascending) {
            below += weighted.count();
            if (below >= half) {
                return weighted.value();
            }
        }
        return 0;
    }
}
