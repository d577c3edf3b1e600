package dev.plumbline.benchmarks.contenders;

import java.util.Arrays;

/**
 * What a dashboard shows: the median of the last 20 items by that of the reference; alarm where it
 * is 1.5 times as much, by habit. Values are logarithms, the statistic is the ratio.
 */
public final class MedianRatio implements Contender {

    private static final int WINDOW = 20;

    private final double usual;
    private final double[] window = new double[WINDOW];
    private int count;

    public MedianRatio(double[] reference) {
        this.usual = median(reference);
    }

    @Override
    public double after(double value) {
        window[count % WINDOW] = value;
        count++;
        return count < WINDOW ? 0 : Math.exp(median(window) - usual);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
