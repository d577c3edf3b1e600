package dev.plumbline.drift;

/**
 * How much the episodes of one metric of a pod speak against its usual pattern: 1 says nothing, and
 * where nothing changes one metric in t at most has t or more at any one time.
 *
 * <p>What a detector has gathered is told as the run length whose threshold it would be. Between
 * the thresholds of watches and of signals, and on the same line beyond, this follows the shipped
 * tables; below it is e to the evidence but for a factor, as for an e-detector. An alarm that comes
 * once in so many items has come within n of them with a probability of n by that: so it is divided
 * by the items watched, or the weeks of survival. Of the detectors the mean counts; their largest
 * would be too large.
 *
 * <p>Sources: J. Shin, A. Ramdas and A. Rinaldo, E-detectors (2024, arXiv 2203.03532); V. Vovk and
 * R. Wang, E-values: Calibration, Combination and Applications, Annals of Statistics 49 (2021)
 * 1736-1754.
 *
 * @param eValue the mean
 * @param leading the detector with the largest
 */
public record MetricEvidence(double eValue, Detector leading) {

    /**
     * What has been gathered since watching began.
     *
     * @param state with a reference
     */
    public static MetricEvidence of(DriftState state) {
        double items = Math.max(1, state.recent().count() - state.watchedSince());
        double weeks = Math.max(1, items / state.reference().itemsPerWeek());
        double sum = 0;
        int detectors = 0;
        double most = -1;
        Detector leading = null;
        for (Detector detector : Detector.values()) {
            Thresholds signal = state.signalLimits().of(detector);
            if (Double.isInfinite(signal.threshold())) {
                continue;
            }
            Thresholds watch = state.watchLimits().of(detector);
            double watched = detector == Detector.SURVIVAL ? weeks : items;
            double runLength = runLength(state.evidence().of(detector), watch, signal);
            double eValue = runLength / watched;
            sum += eValue;
            detectors++;
            if (eValue > most) {
                most = eValue;
                leading = detector;
            }
        }
        return new MetricEvidence(sum / detectors, leading);
    }

    private static double runLength(double evidence, Thresholds watch, Thresholds signal) {
        if (evidence < watch.threshold()) {
            return CombinedEvidence.eValue(evidence, watch);
        }
        double apart = signal.threshold() - watch.threshold();
        double slope = apart > 0 ? StrictMath.log(signal.arl0() / watch.arl0()) / apart : 0;
        double beyond = Math.min(1, slope) * (evidence - signal.threshold());
        return signal.arl0() * StrictMath.exp(beyond);
    }
}
