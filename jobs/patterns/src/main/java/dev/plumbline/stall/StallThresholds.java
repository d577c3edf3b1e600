package dev.plumbline.stall;

import java.time.Duration;

/**
 * What a baseline says for one day, worked out once: at how much effective silence each severity is
 * reached, never before the floor.
 */
public record StallThresholds(
        long warningMillis,
        long highMillis,
        long criticalMillis,
        long medianMillis,
        BaselineSource source,
        long n) {

    /** Longer than this is waited for by nobody; it keeps instants in range. */
    private static final long MOST_MILLIS = Duration.ofDays(3650).toMillis();

    static StallThresholds of(GapBaseline baseline, Patience patience) {
        return new StallThresholds(
                threshold(baseline, Severity.WARNING, patience),
                threshold(baseline, Severity.HIGH, patience),
                threshold(baseline, Severity.CRITICAL, patience),
                Math.min(MOST_MILLIS, baseline.medianMillis()),
                baseline.source(),
                baseline.n());
    }

    long millis(Severity severity) {
        return switch (severity) {
            case WARNING -> warningMillis;
            case HIGH -> highMillis;
            case CRITICAL -> criticalMillis;
        };
    }

    /** The highest severity that so much silence reaches; null below all. */
    Severity reached(long silentMillis) {
        Severity reached = null;
        for (Severity severity : Severity.values()) {
            if (silentMillis >= millis(severity)) {
                reached = severity;
            }
        }
        return reached;
    }

    private static long threshold(GapBaseline baseline, Severity severity, Patience patience) {
        long quantile = Math.min(MOST_MILLIS, baseline.quantileMillis(severity.quantile()));
        return Math.max(patience.floorMillis(), quantile);
    }
}
