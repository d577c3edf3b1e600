package dev.plumbline.drift;

import java.time.Instant;
import java.util.List;

/**
 * What is known of one drift: the row that is published, each time it changes.
 *
 * @param id stays while the drift lasts, from watch to signal to its end
 * @param detector the one in the lead when it was opened
 * @param onsetAt when it seems to have begun: the first item after
 * @param onsetLow the earliest that explains the items nearly as well
 * @param openedAt when it reached its level
 * @param asOf what is known is of then
 * @param resolvedAt null while it lasts
 * @param referenceN episodes in the reference, {@code referenceOwn} of them the pod's
 * @param currentN episodes completed since the onset, 150 at most
 * @param referenceMedian minutes, or a share
 * @param currentMedian null without episodes
 * @param effect how many times the reference; null where too few have been completed
 * @param effectLow lower end of the interval of 95 %
 * @param effectOfOriginal the same against the first reference the pod ever had
 * @param strength e-value
 * @param arl0 items (of {@code SURVIVAL} working weeks) between two false alarms of this detector
 * @param autocorrelation the thresholds allow for
 * @param censoredShare open episodes by all of them since the onset
 * @param items those that speak loudest, five at most
 */
public record DriftSignal(
        String id,
        String org,
        String pod,
        String metric,
        String split,
        Direction direction,
        DriftLevel level,
        DriftStatus status,
        DriftSeverity severity,
        Detector detector,
        Instant onsetAt,
        Instant onsetLow,
        Instant onsetHigh,
        Instant openedAt,
        Instant asOf,
        Instant resolvedAt,
        int referenceN,
        int referenceOwn,
        int currentN,
        double referenceMedian,
        Double currentMedian,
        Double effect,
        Double effectLow,
        Double effectHigh,
        Double effectOfOriginal,
        double strength,
        double arl0,
        double autocorrelation,
        double censoredShare,
        List<String> items) {}
