package dev.plumbline.debt;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * An episode that is not over, with what was usual on the day it became known.
 *
 * @param id of the fact that opened it
 * @param baselineSeconds effective; null where nothing can be owed: too little is known, or it owes
 *     nothing itself
 * @param medianSeconds what ends faster saves; null where too little is known
 * @param promisedSeconds within so many it is to be taken up; null where nothing is promised
 * @param broken it was not, and that has been counted
 * @param paidSeconds what of it others have paid
 * @param findings of a false claim: those that say so and are open, with their beginnings; empty
 *     for all others. Changed in place
 * @param stoodUntil of a false claim: when the last of its findings that were true ended; null
 *     where none has
 */
public record OpenEpisode(
        EpisodeKind kind,
        String id,
        String objectType,
        String objectId,
        boolean elapsed,
        Instant openedAt,
        Long baselineSeconds,
        Long medianSeconds,
        Long promisedSeconds,
        boolean broken,
        long paidSeconds,
        Map<String, Instant> findings,
        Instant stoodUntil) {

    /**
     * It becomes known.
     *
     * @param learned what is usual, where that is learned; else null
     */
    static OpenEpisode of(DebtFact fact, Baseline learned) {
        EpisodeKind kind = fact.episode();
        boolean known = learned != null && learned.isKnown();
        Map<String, Instant> findings = new HashMap<>(0);
        if (kind == EpisodeKind.FALSE_CLAIM) {
            findings.put(fact.subject(), fact.openedAt());
        }
        return new OpenEpisode(
                kind,
                fact.subject(),
                fact.objectType(),
                fact.objectId(),
                fact.elapsed(),
                fact.openedAt(),
                allowed(fact, known ? learned : null),
                known ? learned.medianSeconds() : null,
                known && kind.isPromise() ? learned.p90Seconds() : null,
                false,
                0,
                findings,
                null);
    }

    private static Long allowed(DebtFact fact, Baseline known) {
        EpisodeKind kind = fact.episode();
        return switch (kind) {
            case REVIEW_REQUEST -> null;
            case HANDOFF, REVIEW_ROUND -> known == null ? null : kind.allowedSeconds(known);
            case STALL -> fact.baselineSeconds();
            case REWORK, FALSE_CLAIM -> 0L;
        };
    }

    /** More would have to be known of what is usual to say what it owes, or promises. */
    boolean isUnjudged() {
        return kind.isPromise() ? promisedSeconds == null : baselineSeconds == null;
    }

    /** Seconds beyond the baseline, paid or not. */
    long beyond(long observed) {
        return baselineSeconds == null ? 0 : Math.max(0, observed - baselineSeconds);
    }

    /** Seconds beyond the baseline that nobody has paid. */
    long owed(long observed) {
        return Math.max(0, beyond(observed) - paidSeconds);
    }

    /** Whether it is beyond what was promised, and that has not been counted. */
    boolean breaks(long observed) {
        return promisedSeconds != null && !broken && observed > promisedSeconds;
    }

    OpenEpisode breaking() {
        return with(openedAt, true, paidSeconds, stoodUntil);
    }

    OpenEpisode paying(long seconds) {
        return with(openedAt, broken, paidSeconds + seconds, stoodUntil);
    }

    /** Another finding says so too. */
    OpenEpisode joinedBy(String finding, Instant since) {
        findings.put(finding, since);
        Instant earliest = since.isBefore(openedAt) ? since : openedAt;
        return with(earliest, broken, paidSeconds, stoodUntil);
    }

    /** One of its findings ended. */
    OpenEpisode without(String finding, Instant at) {
        findings.remove(finding);
        return with(openedAt, broken, paidSeconds, at);
    }

    /** One of its findings was never true: it stands since the others. */
    OpenEpisode retracting(String finding) {
        findings.remove(finding);
        boolean stood = stoodUntil != null || findings.isEmpty();
        Instant since = stood ? openedAt : Collections.min(findings.values());
        return with(since, broken, paidSeconds, stoodUntil);
    }

    private OpenEpisode with(
            Instant newOpenedAt, boolean newBroken, long newPaid, Instant newStoodUntil) {
        return new OpenEpisode(
                kind,
                id,
                objectType,
                objectId,
                elapsed,
                newOpenedAt,
                baselineSeconds,
                medianSeconds,
                promisedSeconds,
                newBroken,
                newPaid,
                findings,
                newStoodUntil);
    }
}
