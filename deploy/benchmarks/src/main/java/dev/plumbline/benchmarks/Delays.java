package dev.plumbline.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a change took to be found, over many series; those with an earlier alarm are left out.
 */
final class Delays {

    private static final int FEW = 30;

    private final double longest;
    private final double soon;
    private final List<Double> found = new ArrayList<>();
    private int earlier;

    /**
     * Of series watched so long after the change.
     *
     * @param soon delay that still counts as soon
     */
    Delays(double longest, double soon) {
        this.longest = longest;
        this.soon = soon;
    }

    /** A series: 0 or less where it alarmed before the change; infinite where it never did. */
    void add(double delay) {
        if (delay > 0) {
            found.add(Math.min(longest, delay));
        } else {
            earlier++;
        }
    }

    boolean isFew() {
        return found.size() < FEW;
    }

    double mean() {
        return found.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    double error() {
        double mean = mean();
        double squares = found.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        return Math.sqrt(squares) / found.size();
    }

    double median() {
        List<Double> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    double shareSoon() {
        return found.stream().filter(delay -> delay <= soon).count() / (double) found.size();
    }

    double shareEarlier() {
        return (double) earlier / (earlier + found.size());
    }

    /** Mean (median), or a dash where nearly all alarmed before the change. */
    String meanAndMedian(String number) {
        String format = number + " (" + number + ")";
        return isFew() ? "-" : Page.format(format, mean(), median());
    }

    String soonPercent() {
        return isFew() ? "-" : Page.format("%.0f %%", 100 * shareSoon());
    }
}
