package dev.plumbline.drift;

import java.util.Map;
import java.util.TreeMap;

/**
 * How alike successive items of one pod are, at the level of the organisation: one pod has too few
 * items to say. The correlation of neighbouring rank scores over all references, pulled toward 0.2
 * as by a hundred pairs; between 0 and 0.3, for which there are thresholds.
 *
 * @param pairs of neighbours
 * @param products sum of the products of their scores
 * @param squares sum of the squares of the earlier ones
 */
public record Autocorrelation(long pairs, double products, double squares) {

    /** Taken where nothing is known: independence would double the false alarms where it is not. */
    public static final double USUAL = 0.2;

    private static final double USUAL_PAIRS = 100;
    private static final double MOST = 0.3;

    /**
     * Of one pod's reference.
     *
     * @param values in the order they came
     * @param ascending the same, sorted
     */
    public static Autocorrelation of(float[] values, float[] ascending) {
        double products = 0;
        double squares = 0;
        double last = RankScore.of(ascending, values[0]);
        for (int at = 1; at < values.length; at++) {
            double score = RankScore.of(ascending, values[at]);
            products += last * score;
            squares += last * last;
            last = score;
        }
        // a short series' own mean hides about (1 + 3 r) / n of r: given back at r = 0
        double hidden = squares / values.length;
        return new Autocorrelation(values.length - 1, products + hidden, squares);
    }

    /** Of an organisation, by pod. */
    public static double of(Map<String, Autocorrelation> pods) {
        double products = USUAL * USUAL_PAIRS;
        double squares = USUAL_PAIRS;
        for (Autocorrelation pod : new TreeMap<>(pods).values()) {
            products += pod.products;
            squares += pod.squares;
        }
        return Math.min(MOST, Math.max(0, products / squares));
    }
}
