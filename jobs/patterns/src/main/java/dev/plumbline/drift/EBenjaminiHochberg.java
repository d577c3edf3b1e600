package dev.plumbline.drift;

import java.util.Arrays;

/**
 * Which of many pods to publish, so that of those published a stated share at most is expected to
 * be false: the k largest e-values, for the largest k where the k-th is at least K / (alpha k) of K
 * pods. Valid under any dependence between pods.
 *
 * <p>Source: R. Wang and A. Ramdas, False Discovery Rate Control with E-values, Journal of the
 * Royal Statistical Society B 84 (2022) 822-852.
 */
public final class EBenjaminiHochberg {

    private EBenjaminiHochberg() {}

    /**
     * The smallest e-value that is published; infinite where none is.
     *
     * @param eValues of all pods, those without any evidence too
     * @param alpha share of false ones among the published that is allowed, such as 0.2
     */
    public static double cut(double[] eValues, double alpha) {
        double[] ascending = eValues.clone();
        Arrays.sort(ascending);
        for (int place = 0; place < ascending.length; place++) {
            int published = ascending.length - place;
            if (ascending[place] * alpha * published >= ascending.length) {
                return ascending[place];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
