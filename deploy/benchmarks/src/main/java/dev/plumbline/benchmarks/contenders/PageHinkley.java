package dev.plumbline.benchmarks.contenders;

/**
 * Page-Hinkley as in MOA and River: M &lt;- a M + x - mean(x so far) - d, alarm where M is so far
 * above its least value. Defaults: d = 0.005, a = 0.9999, threshold 50, none before 30 values.
 *
 * <p>Sources: E. S. Page (1954); D. V. Hinkley, Inference About the Change-Point from Cumulative
 * Sum Tests, Biometrika 58 (1971) 509-523; H. Mouss, D. Mouss, N. Mouss and L. Sefouhi, Test of
 * Page-Hinckley, an Approach for Fault Detection in an Agro-Alimentary Production System (2004).
 */
public final class PageHinkley implements Contender {

    private static final double FADING = 0.9999;
    private static final int LEAST_VALUES = 30;

    private final double allowance;
    private double mean;
    private double sum;
    private double least;
    private int count;

    public PageHinkley(double allowance) {
        this.allowance = allowance;
    }

    @Override
    public double after(double value) {
        count++;
        mean += (value - mean) / count;
        sum = FADING * sum + value - mean - allowance;
        least = Math.min(least, sum);
        return count < LEAST_VALUES ? 0 : sum - least;
    }
}
