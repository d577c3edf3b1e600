package dev.plumbline.stall;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.StateCategory;
import java.time.Instant;

/**
 * One silent stall, as far as it is known: the row that is published.
 *
 * @param id from the item and the beginning of the silence
 * @param silentSince last sign of work, or when the watch began
 * @param detectedAt the silence had lasted beyond the threshold
 * @param endedAt null while it lasts
 * @param severity the highest one reached
 * @param thresholdSeconds effective seconds of silence at which it was detected
 * @param medianSeconds effective seconds of the baseline's median gap
 * @param baseline whose history decided
 * @param baselineN the pod's own gaps in it
 * @param silentEffectiveSeconds how long it has been silent when this row was written; working time
 *     for people, elapsed time for agents
 * @param lastEvent before the silence
 * @param endingEvent after it; null while it lasts
 */
public record Stall(
        String org,
        String id,
        ObjectType objectType,
        String objectId,
        String container,
        String pod,
        ActorKind ownerKind,
        StateCategory state,
        Instant silentSince,
        Instant detectedAt,
        Instant endedAt,
        StallOutcome outcome,
        Severity severity,
        long thresholdSeconds,
        long medianSeconds,
        BaselineSource baseline,
        long baselineN,
        long silentEffectiveSeconds,
        String lastEvent,
        String endingEvent) {

    /** What it costs as a stall: effective seconds beyond the threshold. */
    public long secondsBeyondThreshold() {
        return Math.max(0, silentEffectiveSeconds - thresholdSeconds);
    }

    /** What it costs against the pod's usual pace: effective seconds beyond the median gap. */
    public long secondsBeyondMedian() {
        return Math.max(0, silentEffectiveSeconds - medianSeconds);
    }

    static Stall detected(
            String org,
            String pod,
            SilentItem item,
            StallThresholds thresholds,
            Severity severity,
            Instant at,
            long silentMillis) {
        return new Stall(
                org,
                item.key() + '@' + item.silentSince().toEpochMilli(),
                item.stratum().objectType(),
                item.objectId(),
                item.container(),
                pod,
                item.stratum().ownerKind(),
                item.stratum().state(),
                item.silentSince(),
                at,
                null,
                StallOutcome.OPEN,
                severity,
                thresholds.millis(Severity.WARNING) / 1000,
                thresholds.medianMillis() / 1000,
                thresholds.source(),
                thresholds.n(),
                silentMillis / 1000,
                item.lastEvent(),
                null);
    }

    Stall escalated(Severity to, long silentMillis) {
        return with(to, silentMillis, endedAt, outcome, endingEvent);
    }

    Stall ended(Instant at, StallOutcome how, String byEvent, long silentMillis) {
        return with(severity, silentMillis, at, how, byEvent);
    }

    private Stall with(
            Severity newSeverity,
            long silentMillis,
            Instant newEndedAt,
            StallOutcome newOutcome,
            String newEndingEvent) {
        return new Stall(
                org,
                id,
                objectType,
                objectId,
                container,
                pod,
                ownerKind,
                state,
                silentSince,
                detectedAt,
                newEndedAt,
                newOutcome,
                newSeverity,
                thresholdSeconds,
                medianSeconds,
                baseline,
                baselineN,
                silentMillis / 1000,
                lastEvent,
                newEndingEvent);
    }
}
