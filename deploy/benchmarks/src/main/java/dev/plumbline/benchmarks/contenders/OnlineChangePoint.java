package dev.plumbline.benchmarks.contenders;

import java.util.Arrays;

/**
 * Bayesian online change point detection: the posterior of the run length r, the number of values
 * since the last change, p(r) &lt;- p(r - 1) f(x | run) (1 - h) and p(0) &lt;- h sum p f, where f
 * is Student's t, the predictive of a normal with unknown mean and variance (normal-inverse-gamma
 * prior, its mean and spread those of the reference, counting as one value). The statistic is the
 * probability that the run has at most 100 values, with a mean above the reference's. A change is
 * expected every 250 values (the authors' figure), the alarm comes at one half.
 *
 * <p>Source: R. P. Adams and D. J. C. MacKay, Bayesian Online Changepoint Detection, arXiv
 * 0710.3742 (2007). Runs with a probability below 0.0001 are dropped.
 */
public final class OnlineChangePoint implements Contender {

    private static final int RECENT = 100;
    private static final double NEGLIGIBLE = 1e-4;

    private final Moments usual;
    private final double hazard;
    private int runs = 1;
    private int[] lengths = new int[64];
    private double[] means = new double[64];
    private double[] spreads = new double[64];
    private double[] probabilities = new double[64];

    /**
     * Before the first value.
     *
     * @param hazard probability of a change at each value
     */
    public OnlineChangePoint(double[] reference, double hazard) {
        this.usual = Moments.of(reference);
        this.hazard = hazard;
        probabilities[0] = 1;
        spreads[0] = 1;
    }

    @Override
    public double after(double value) {
        double x = usual.standardised(value);
        grow();
        double changed = 0;
        double all = 0;
        for (int run = runs; run > 0; run--) {
            int before = run - 1;
            double evidence =
                    probabilities[before]
                            * StudentPredictive.of(
                                    x, lengths[before], means[before], spreads[before]);
            double weight = lengths[before] + 1.0;
            double away = x - means[before];
            lengths[run] = lengths[before] + 1;
            means[run] = means[before] + away / (weight + 1);
            spreads[run] = spreads[before] + weight * away * away / (2 * (weight + 1));
            probabilities[run] = evidence * (1 - hazard);
            changed += evidence * hazard;
            all += evidence;
        }
        runs++;
        lengths[0] = 0;
        means[0] = 0;
        spreads[0] = 1;
        probabilities[0] = changed;
        return settle(all);
    }

    /** Normalises, drops what is negligible and adds up the recent runs above the usual. */
    private double settle(double all) {
        int kept = 0;
        double risen = 0;
        for (int run = 0; run < runs; run++) {
            double probability = probabilities[run] / all;
            if (run > 0 && probability < NEGLIGIBLE) {
                continue;
            }
            lengths[kept] = lengths[run];
            means[kept] = means[run];
            spreads[kept] = spreads[run];
            probabilities[kept] = probability;
            risen += lengths[run] > 0 && lengths[run] <= RECENT && means[run] > 0 ? probability : 0;
            kept++;
        }
        runs = kept;
        return risen;
    }

    private void grow() {
        if (runs + 1 >= lengths.length) {
            int size = 2 * lengths.length;
            lengths = Arrays.copyOf(lengths, size);
            means = Arrays.copyOf(means, size);
            spreads = Arrays.copyOf(spreads, size);
            probabilities = Arrays.copyOf(probabilities, size);
        }
    }
}
