package dev.plumbline.statistics;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far two mixes of categories are apart, and how even one is. Sums go by the categories' order,
 * so that the same counts give the same figure to the last digit.
 *
 * <p>Sources: J. Lin, Divergence Measures Based on the Shannon Entropy, IEEE Transactions on
 * Information Theory 37 (1991) 145-151; E. C. Pielou, The Measurement of Diversity in Different
 * Types of Biological Collections, Journal of Theoretical Biology 13 (1966) 131-144.
 */
public final class Mixes {

    private static final double LN_2 = Math.log(2);

    private Mixes() {}

    /**
     * The Jensen-Shannon divergence of two mixes in bits: 0 for the same mix, 1 for two that share
     * no category.
     *
     * @param one counts by category, at least one above 0
     * @param other likewise
     */
    public static double divergence(Map<String, Long> one, Map<String, Long> other) {
        double ones = total(one);
        double others = total(other);
        SortedSet<String> categories = new TreeSet<>(one.keySet());
        categories.addAll(other.keySet());
        double bits = 0;
        for (String category : categories) {
            double p = one.getOrDefault(category, 0L) / ones;
            double q = other.getOrDefault(category, 0L) / others;
            double middle = (p + q) / 2;
            bits += (term(p, middle) + term(q, middle)) / 2;
        }
        return Math.min(1, Math.max(0, bits));
    }

    /**
     * Entropy of the shares by the most it could be: 1 where all have the same, 0 where one has
     * everything.
     *
     * @param counts of at least two, at least one of them above 0, in an order of their own
     */
    public static double evenness(long... counts) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double entropy = 0;
        for (long count : counts) {
            double share = count / total;
            entropy -= share == 0 ? 0 : share * Math.log(share);
        }
        return entropy / Math.log(counts.length);
    }

    private static double term(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle) / LN_2;
    }

    private static double total(Map<String, Long> mix) {
        return mix.values().stream().mapToLong(Long::longValue).sum();
    }
}
