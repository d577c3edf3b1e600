package dev.plumbline.verification;

import dev.plumbline.work.Party;
import java.time.Instant;
import java.util.List;

/**
 * What became of a claim: told once, when evidence verifies it or when its grace is over.
 *
 * @param verified somebody else's trace shows it, not later than the end of the grace
 * @param onlySelfEvidence not verified, and there are traces of the claimer's own making
 * @param evidenceEvents the trace that verifies it, else the claimer's own
 */
public record ClaimJudged(
        String claimEvent,
        ClaimKind kind,
        Party claimer,
        Instant claimedAt,
        Instant judgedAt,
        boolean verified,
        boolean onlySelfEvidence,
        List<String> evidenceEvents) {}
