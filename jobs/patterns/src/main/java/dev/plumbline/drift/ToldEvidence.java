package dev.plumbline.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What was told last of a metric, to tell it again only when it has changed.
 *
 * @param logEvidence logarithm of the e-value; of those below 0.1, which all say as little, of 0.1
 */
public record ToldEvidence(
        EvidenceStatus status,
        WhatIsMissing missing,
        String signalId,
        double logEvidence,
        Instant at) {

    private static final double LEAST = 0.1;

    /** A factor of e. */
    private static final double MUCH = 1;

    private static final Duration LONG = Duration.ofDays(7);

    /** What that row tells. */
    public static ToldEvidence of(DriftEvidence row) {
        double eValue = row.eValue() == null ? 0 : row.eValue();
        return new ToldEvidence(
                row.status(),
                row.missing(),
                row.signalId(),
                StrictMath.log(Math.max(LEAST, eValue)),
                row.asOf());
    }

    /** Whether what is known now must be told: it has changed, or it was told a week ago. */
    public boolean isOutdatedBy(DriftEvidence row) {
        ToldEvidence now = of(row);
        return status != now.status
                || missing != now.missing
                || !Objects.equals(signalId, now.signalId)
                || Math.abs(now.logEvidence - logEvidence) >= MUCH
                || !now.at.isBefore(at.plus(LONG));
    }
}
