package dev.plumbline.verification;

import java.util.List;

/**
 * What one event, or the passing of time, did.
 *
 * @param findings opened or ended, in order; one that opened and ended is there twice
 * @param claims those judged
 * @param evidenceSeen the event comes from a source of evidence: such a source is connected
 */
public record VerificationStep(
        Verification next,
        List<Finding> findings,
        List<ClaimJudged> claims,
        boolean evidenceSeen) {}
