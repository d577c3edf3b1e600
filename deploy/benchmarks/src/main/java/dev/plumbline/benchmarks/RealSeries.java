package dev.plumbline.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Series made of one pod of a real log. */
final class RealSeries {

    static final int IN_CONTROL = 100;
    static final int LONGEST_DELAY = 200;

    private final List<RealEpisode> episodes;

    RealSeries(List<RealEpisode> episodes) {
        this.episodes = episodes;
    }

    /** Nothing changes: drawn in blocks of neighbours, with replacement. */
    ItemSeries resampled(int block, int items, RandomGenerator random) {
        double[] reference = new double[DriftBenchmark.REFERENCE];
        double[] values = new double[items];
        fill(reference, block, random);
        fill(values, block, random);
        return new ItemSeries(reference, values);
    }

    private void fill(double[] values, int block, RandomGenerator random) {
        int from = 0;
        for (int at = 0; at < values.length; at++) {
            if (at % block == 0) {
                from = random.nextInt(episodes.size() - block + 1);
            }
            values[at] = episodes.get(from + at % block).logHours();
        }
    }

    /** As recorded, from a random place on to the end. */
    ItemSeries recorded(RandomGenerator random) {
        return series(episodes, start(random), episodes.size());
    }

    /**
     * As recorded, and from a random onset on everything that is left takes so many times as long:
     * what was open then, from then on; what was started later, from its start.
     */
    ItemSeries injected(double times, RandomGenerator random) {
        int start = start(random);
        double onset = episodes.get(start + DriftBenchmark.REFERENCE + IN_CONTROL - 1).end();
        List<RealEpisode> slower = new ArrayList<>();
        episodes.forEach(episode -> slower.add(episode.slower(onset, times)));
        slower.sort(Comparator.comparingDouble(RealEpisode::end));
        int length = DriftBenchmark.REFERENCE + IN_CONTROL + LONGEST_DELAY;
        return series(slower, start, Math.min(slower.size(), start + length));
    }

    private int start(RandomGenerator random) {
        int needed = DriftBenchmark.REFERENCE + IN_CONTROL + LONGEST_DELAY;
        return random.nextInt(Math.max(1, episodes.size() - needed + 1));
    }

    private static ItemSeries series(List<RealEpisode> episodes, int from, int to) {
        double[] reference = new double[DriftBenchmark.REFERENCE];
        double[] values = new double[to - from - reference.length];
        for (int at = 0; at < reference.length; at++) {
            reference[at] = episodes.get(from + at).logHours();
        }
        for (int at = 0; at < values.length; at++) {
            values[at] = episodes.get(from + reference.length + at).logHours();
        }
        return new ItemSeries(reference, values);
    }
}
