package dev.plumbline.debt;

import java.time.Instant;
import java.util.Comparator;

/**
 * A transition that the ledger of a pod is told.
 *
 * @param at when it was known; an episode may have begun before
 * @param step position among what the item told, so that the order of facts of one instant is a
 *     function of the events
 * @param objectType of the item it is about, in the word of the store
 * @param episode null for watches and judged claims
 * @param subject id of the episode, unique in the organisation; of a stretch of rework or review
 *     the item; of a watch or a claim its own
 * @param openedAt when the episode began; null for watches and judged claims
 * @param elapsed whoever is waited for lives on elapsed time, not on working time
 * @param baselineSeconds what is usual, effective, where whoever tells knows it from enough of the
 *     pod's own past; else null
 */
public record DebtFact(
        String org,
        String pod,
        DebtFactKind kind,
        Instant at,
        long step,
        String objectType,
        String objectId,
        EpisodeKind episode,
        String subject,
        Instant openedAt,
        boolean elapsed,
        Long baselineSeconds) {

    /** The order in which a pod folds its facts, whatever order they arrived in. */
    public static final Comparator<DebtFact> FOLD_ORDER =
            Comparator.comparing(DebtFact::at)
                    .thenComparing(DebtFact::objectType)
                    .thenComparing(DebtFact::objectId)
                    .thenComparingLong(DebtFact::step)
                    .thenComparing(DebtFact::kind)
                    .thenComparing(DebtFact::subject)
                    .thenComparing(DebtFact::openedAt, Comparator.nullsFirst(Instant::compareTo));

    /** A fact of an episode whose baseline is learned, or that needs none. */
    public static DebtFact of(
            String org,
            String pod,
            DebtFactKind kind,
            Instant at,
            long step,
            String objectType,
            String objectId,
            EpisodeKind episode,
            String subject,
            Instant openedAt,
            boolean elapsed) {
        return new DebtFact(
                org,
                pod,
                kind,
                at,
                step,
                objectType,
                objectId,
                episode,
                subject,
                openedAt,
                elapsed,
                null);
    }

    /**
     * A stall.
     *
     * @param medianSeconds the median gap, effective; null where the pod has too few of its own
     */
    public static DebtFact ofStall(
            String org,
            String pod,
            DebtFactKind kind,
            Instant at,
            String objectType,
            String objectId,
            String stall,
            Instant silentSince,
            boolean elapsed,
            Long medianSeconds) {
        return new DebtFact(
                org,
                pod,
                kind,
                at,
                0,
                objectType,
                objectId,
                EpisodeKind.STALL,
                stall,
                silentSince,
                elapsed,
                medianSeconds);
    }

    /** A watch or a judged claim. */
    public static DebtFact ofPromise(
            String org,
            String pod,
            DebtFactKind kind,
            Instant at,
            long step,
            String objectType,
            String objectId,
            String subject) {
        return new DebtFact(
                org, pod, kind, at, step, objectType, objectId, null, subject, null, false, null);
    }

    /** Type and id of the item. */
    String item() {
        return objectType + ':' + objectId;
    }
}
