package dev.plumbline.drift;

import java.time.Instant;

/**
 * What is remembered of one metric of a pod: below 4 KB, however long the pod lives.
 *
 * @param original the first reference with enough episodes of its own, kept so that no ramp can be
 *     absorbed step by step; null until then
 * @param reference the one in force; null while the pod is learned
 * @param effects of strata, those that were known when it was frozen
 * @param watchedSince episodes ever when watching began, or began anew
 * @param signalLimits thresholds of signals; null while the pod is learned
 * @param watchLimits thresholds of watches
 * @param rising the items that speak for a rise
 * @param falling those that speak for a fall
 * @param open the drift that is not over; null where there is none
 * @param openItems episodes not over at the last tick
 */
public record DriftState(
        String org,
        String pod,
        FirstReference original,
        Reference reference,
        StratumEffects effects,
        RecentEpisodes recent,
        long watchedSince,
        Evidence evidence,
        Limits signalLimits,
        Limits watchLimits,
        TopItems rising,
        TopItems falling,
        OpenDrift open,
        int openItems) {

    /** Nothing known yet. */
    public static DriftState of(String org, String pod) {
        return new DriftState(
                org,
                pod,
                null,
                null,
                StratumEffects.NONE,
                RecentEpisodes.none(),
                0,
                Evidence.none(0),
                null,
                null,
                TopItems.NONE,
                TopItems.NONE,
                null,
                0);
    }

    /** When the last episode was completed; null before the first. */
    public Instant lastEpisodeAt() {
        if (recent.firstMinute() == 0) {
            return null;
        }
        return SignalRows.instant(recent.count() == 0 ? recent.firstMinute() : recent.minute(1));
    }

    /** Too little is known to say that nothing drifts. */
    public boolean isInsufficient() {
        return reference == null;
    }

    /** The newest so many, oldest first, as they are held against the reference. */
    float[] newest(int size) {
        return recent.newest(size, effects);
    }

    /** The first reference less those effects; null until there is one. */
    Reference originally(StratumEffects inForce) {
        return original == null ? null : original.less(inForce, recent.strata());
    }

    DriftState with(RecentEpisodes next) {
        return new DriftState(
                org,
                pod,
                original,
                reference,
                effects,
                next,
                watchedSince,
                evidence,
                signalLimits,
                watchLimits,
                rising,
                falling,
                open,
                openItems);
    }

    DriftState with(Evidence next) {
        return new DriftState(
                org,
                pod,
                original,
                reference,
                effects,
                recent,
                watchedSince,
                next,
                signalLimits,
                watchLimits,
                rising,
                falling,
                open,
                openItems);
    }

    DriftState with(TopItems nextRising, TopItems nextFalling) {
        return new DriftState(
                org,
                pod,
                original,
                reference,
                effects,
                recent,
                watchedSince,
                evidence,
                signalLimits,
                watchLimits,
                nextRising,
                nextFalling,
                open,
                openItems);
    }

    DriftState with(OpenDrift next) {
        return new DriftState(
                org,
                pod,
                original,
                reference,
                effects,
                recent,
                watchedSince,
                evidence,
                signalLimits,
                watchLimits,
                rising,
                falling,
                next,
                openItems);
    }

    DriftState withOpenItems(int next) {
        return new DriftState(
                org,
                pod,
                original,
                reference,
                effects,
                recent,
                watchedSince,
                evidence,
                signalLimits,
                watchLimits,
                rising,
                falling,
                open,
                next);
    }

    /** With another reference; what was gathered against the one before stays. */
    DriftState referring(
            Reference next, StratumEffects nextEffects, Limits forSignals, Limits forWatches) {
        boolean isFirst = original == null && next.own() >= Reference.LEAST;
        return new DriftState(
                org,
                pod,
                isFirst ? FirstReference.of(recent, next.own()) : original,
                next,
                nextEffects,
                recent,
                watchedSince,
                evidence,
                forSignals,
                forWatches,
                rising,
                falling,
                open,
                openItems);
    }

    /** Begins to watch anew, with nothing gathered and no drift open. */
    DriftState afresh(int minute) {
        return new DriftState(
                org,
                pod,
                original,
                reference,
                effects,
                recent,
                recent.count(),
                Evidence.none(minute),
                signalLimits,
                watchLimits,
                TopItems.NONE,
                TopItems.NONE,
                null,
                openItems);
    }
}
