package dev.plumbline.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the pods of an organisation have in common in one metric, from the newest 150 episodes each
 * completed in the eight weeks before: how alike successive ones are, what work type, size and
 * weekday add, and how episodes lie about their pod's median. Pods and effects are told apart by
 * turns: effects are learned of what is left without the pods' medians, so that a pod that only
 * mends bugs and is slow does not make bugs slow.
 */
public final class OrganisationRule {

    /** Episodes of one pod that are looked at come from so long before. */
    public static final Duration KEPT = Duration.ofDays(56);

    private static final int LEAST_EPISODES = 30;
    private static final int LEAST_PODS = 3;
    private static final int QUANTILES = 30;
    private static final int ROUNDS = 2;

    /** One pod's, oldest first. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Series(float[] values, byte[] codes, StratumCodes strata) {

        float[] less(StratumEffects effects) {
            return strata.less(effects, values, codes);
        }
    }

    private OrganisationRule() {}

    /**
     * The view of one metric.
     *
     * @param pods their episodes, by pod; none completed at {@code from} or later
     */
    public static OrganisationView view(Map<String, RecentEpisodes> pods, Instant from) {
        int earliest = (int) (from.minus(KEPT).getEpochSecond() / 60);
        Map<String, Series> series = new TreeMap<>();
        pods.forEach(
                (pod, recent) -> {
                    int size = recent.sinceMinute(earliest);
                    if (size >= Reference.LEAST_OWN) {
                        series.put(
                                pod,
                                new Series(
                                        recent.newest(size),
                                        recent.newestCodes(size),
                                        recent.strata()));
                    }
                });
        StratumEffects effects = StratumEffects.NONE;
        for (int round = 0; round < ROUNDS; round++) {
            effects = effects(series.values(), effects);
        }
        return ofPods(series, effects);
    }

    /** Once more, of what is left without the medians of the pods under the effects so far. */
    private static StratumEffects effects(Iterable<Series> pods, StratumEffects before) {
        StratumCounts counts = StratumCounts.none();
        for (Series pod : pods) {
            double median = median(pod.less(before));
            Stratum[] strata = pod.strata().strata(pod.codes());
            for (int at = 0; at < strata.length; at++) {
                counts.add(strata[at], pod.values()[at] - median);
            }
        }
        return StratumEffects.learned(counts);
    }

    private static OrganisationView ofPods(Map<String, Series> pods, StratumEffects effects) {
        Map<String, Autocorrelation> alike = new HashMap<>();
        List<float[]> residuals = new ArrayList<>();
        pods.forEach(
                (pod, series) -> {
                    if (series.values().length < LEAST_EPISODES) {
                        return;
                    }
                    float[] values = series.less(effects);
                    float[] ascending = values.clone();
                    Arrays.sort(ascending);
                    alike.put(pod, Autocorrelation.of(values, ascending));
                    double median = CumulativeHazard.quantile(ascending, 0.5);
                    for (int at = 0; at < ascending.length; at++) {
                        ascending[at] -= (float) median;
                    }
                    residuals.add(ascending);
                });
        return new OrganisationView(Autocorrelation.of(alike), quantiles(residuals), effects);
    }

    /** Of all pods together; none where they would tell of one pod. */
    private static float[] quantiles(List<float[]> residuals) {
        if (residuals.size() < LEAST_PODS) {
            return new float[0];
        }
        float[] all = new float[residuals.stream().mapToInt(values -> values.length).sum()];
        int filled = 0;
        for (float[] values : residuals) {
            System.arraycopy(values, 0, all, filled, values.length);
            filled += values.length;
        }
        Arrays.sort(all);
        float[] quantiles = new float[QUANTILES];
        for (int at = 0; at < QUANTILES; at++) {
            quantiles[at] = (float) CumulativeHazard.quantile(all, (at + 0.5) / QUANTILES);
        }
        return quantiles;
    }

    private static double median(float[] values) {
        float[] ascending = values.clone();
        Arrays.sort(ascending);
        return CumulativeHazard.quantile(ascending, 0.5);
    }
}
