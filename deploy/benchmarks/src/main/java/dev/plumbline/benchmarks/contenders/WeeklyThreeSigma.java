package dev.plumbline.benchmarks.contenders;

/**
 * The weekly report with control limits: the mean of each week of ten items, in standard deviations
 * of the reference's weekly means above their mean; alarm at three. Between the ends of weeks the
 * statistic is zero.
 *
 * <p>Source: W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931).
 */
public final class WeeklyThreeSigma implements Contender {

    private static final int ITEMS = 10;

    private final Moments usual;
    private double sum;
    private int items;

    /**
     * Of a reference.
     *
     * @param reference in the order of time
     */
    public WeeklyThreeSigma(double[] reference) {
        double[] weeks = new double[reference.length / ITEMS];
        for (int at = 0; at < weeks.length * ITEMS; at++) {
            weeks[at / ITEMS] += reference[at] / ITEMS;
        }
        this.usual = Moments.of(weeks);
    }

    @Override
    public double after(double value) {
        sum += value;
        items++;
        if (items < ITEMS) {
            return 0;
        }
        double mean = sum / ITEMS;
        sum = 0;
        items = 0;
        return usual.standardised(mean);
    }
}
