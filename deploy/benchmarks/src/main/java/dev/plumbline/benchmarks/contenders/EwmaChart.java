package dev.plumbline.benchmarks.contenders;

/**
 * The exponentially weighted moving average of standardised values: E &lt;- w z + (1 - w) E, in
 * units of its standard deviation, sqrt(w / (2 - w) (1 - (1 - w)^2n)) after n values. Textbook
 * constants: w = 0.1, alarm at 2.7.
 *
 * <p>Sources: S. W. Roberts, Control Chart Tests Based on Geometric Moving Averages, Technometrics
 * 1 (1959) 239-250; D. C. Montgomery, Introduction to Statistical Quality Control, section 9.2.
 */
public final class EwmaChart implements Contender {

    private final Moments usual;
    private final double weight;
    private double average;
    private double forgotten = 1;

    public EwmaChart(double[] reference, double weight) {
        this.usual = Moments.of(reference);
        this.weight = weight;
    }

    @Override
    public double after(double value) {
        average = weight * usual.standardised(value) + (1 - weight) * average;
        forgotten *= (1 - weight) * (1 - weight);
        return average / Math.sqrt(weight / (2 - weight) * (1 - forgotten));
    }
}
