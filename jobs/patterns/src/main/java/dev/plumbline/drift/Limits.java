package dev.plumbline.drift;

/**
 * The thresholds in force for one metric of a pod, found when its reference was frozen.
 *
 * @param autocorrelation they allow for
 */
public record Limits(
        Thresholds rise,
        Thresholds fall,
        Thresholds tail,
        Thresholds survival,
        double autocorrelation) {

    /** Never reached: of detectors that a share does not have. */
    private static final Thresholds NEVER = new Thresholds(Double.POSITIVE_INFINITY, 0);

    static Limits of(
            Pattern pattern, Reference reference, FalseAlarmBudget budget, double autocorrelation) {
        int size = reference.size();
        double perWeek = reference.itemsPerWeek();
        boolean riseIsBad = pattern.worse() == Direction.UP;
        double rise = (riseIsBad ? budget : budget.forImprovement()).items(perWeek);
        double fall = (riseIsBad ? budget.forImprovement() : budget).items(perWeek);
        if (pattern.isShare()) {
            double share = reference.share();
            return new Limits(
                    Thresholds.rise(size, share, rise),
                    Thresholds.fall(size, share, fall),
                    NEVER,
                    NEVER,
                    0);
        }
        return new Limits(
                Thresholds.level(size, autocorrelation, rise),
                Thresholds.level(size, autocorrelation, fall),
                Thresholds.tail(size, autocorrelation, budget.forTail().items(perWeek)),
                Thresholds.survival(size, autocorrelation, perWeek, budget.weeks()),
                autocorrelation);
    }

    Thresholds of(Detector detector) {
        return switch (detector) {
            case RISE -> rise;
            case FALL -> fall;
            case TAIL -> tail;
            case SURVIVAL -> survival;
        };
    }

    /** The detector furthest above its threshold, or least below it. */
    Detector leading(Evidence evidence) {
        Detector leading = Detector.RISE;
        for (Detector detector : Detector.values()) {
            if (margin(evidence, detector) > margin(evidence, leading)) {
                leading = detector;
            }
        }
        return leading;
    }

    double margin(Evidence evidence, Detector detector) {
        return evidence.of(detector) - of(detector).threshold();
    }
}
