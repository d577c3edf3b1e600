package dev.plumbline.verification;

import dev.plumbline.work.EvidenceProfile;
import dev.plumbline.work.EvidenceProfiles;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The grace of a claim is over and nobody but the claimer has left a trace that verifies it. */
final class UnverifiedDone implements FindingRule, Serializable {

    private static final long serialVersionUID = 1L;

    private final EvidenceProfiles profiles;

    UnverifiedDone(EvidenceProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Suspicion at(Verification now, Instant at) {
        Claim claim = now.claim();
        boolean over = claim != null && !at.isBefore(claim.due());
        if (!over || !profile(now).judged() || verifying(now) != null) {
            return null;
        }
        return new Suspicion(null, claim.event(), ownWord(now));
    }

    @Override
    public Ending ending(Finding open, Verification now) {
        if (now.standing().isCancelled()) {
            return Ending.as(FindingOutcome.CANCELLED);
        }
        if (now.claim() == null || !Objects.equals(now.claim().event(), open.claimEvent())) {
            return Ending.as(FindingOutcome.REOPENED);
        }
        Evidence evidence = verifying(now);
        if (evidence == null) {
            return Ending.as(FindingOutcome.CHANGED);
        }
        return Ending.as(
                FindingRule.unlessBefore(open, evidence.at(), FindingOutcome.EVIDENCE),
                evidence.event());
    }

    /**
     * What became of the claim; null as long as that is open.
     *
     * @param at everything that was known up to then is in {@code now}
     */
    ClaimJudged judged(Verification now, Instant at) {
        Claim claim = now.claim();
        if (claim == null || claim.judged()) {
            return null;
        }
        Evidence evidence = verifying(now);
        boolean verified = evidence != null && !evidence.at().isAfter(claim.due());
        if (!verified && at.isBefore(claim.due())) {
            return null;
        }
        List<String> ownWord = verified ? List.of() : ownWord(now);
        return new ClaimJudged(
                claim.event(),
                claim.kind(),
                claim.claimer(),
                claim.at(),
                at,
                verified,
                !ownWord.isEmpty() && evidence == null,
                verified ? List.of(evidence.event()) : ownWord);
    }

    /** Whether claims on the item are to be judged. */
    boolean judges(Verification now) {
        return profile(now).judged() && !now.standing().waives(FindingKind.UNVERIFIED_DONE);
    }

    private Evidence verifying(Verification now) {
        EvidenceProfile profile = profile(now);
        return now.traces().evidence().stream()
                .filter(evidence -> profile.accepts(evidence.kind()))
                .filter(evidence -> evidence.independentOf(now.claim()))
                .min(Comparator.comparing(Evidence::at).thenComparing(Evidence::event))
                .orElse(null);
    }

    private static List<String> ownWord(Verification now) {
        return now.traces().evidence().stream()
                .filter(evidence -> !evidence.independentOf(now.claim()))
                .map(Evidence::event)
                .toList();
    }

    private EvidenceProfile profile(Verification now) {
        return profiles.of(now.standing().workType(), now.standing().container());
    }
}
