package dev.plumbline.benchmarks.contenders;

/**
 * The upper tabular CUSUM of standardised values: C &lt;- max(0, C + z - k), alarm at C &gt;= h.
 * Textbook constants: k = 0.5, h = 5; half of the change that is looked for is the best k.
 *
 * <p>Sources: E. S. Page, Continuous Inspection Schemes, Biometrika 41 (1954) 100-115; D. C.
 * Montgomery, Introduction to Statistical Quality Control, section 9.1.
 */
public final class CusumChart implements Contender {

    private final Moments usual;
    private final double allowance;
    private double sum;

    public CusumChart(double[] reference, double allowance) {
        this.usual = Moments.of(reference);
        this.allowance = allowance;
    }

    @Override
    public double after(double value) {
        sum = Math.max(0, sum + usual.standardised(value) - allowance);
        return sum;
    }
}
