package dev.plumbline.drift;

import java.time.Instant;

/** The rows that are published of what is known of a metric. */
public final class EvidenceRows {

    private final Pattern pattern;

    public EvidenceRows(Pattern pattern) {
        this.pattern = pattern;
    }

    /** What is known at an instant. */
    public DriftEvidence of(DriftState state, Instant at) {
        int episodes = (int) state.recent().count();
        int weeks = ReferenceRule.weeksSoFar(state.recent());
        DriftEvidence none = none(state, at);
        if (state.isInsufficient()) {
            boolean isEarly = weeks < ReferenceRule.WEEKS;
            WhatIsMissing what = isEarly ? WhatIsMissing.FEW_WEEKS : WhatIsMissing.FEW_EPISODES;
            return none.missing(what, episodes, weeks);
        }
        Reference reference = state.reference();
        MetricEvidence evidence = MetricEvidence.of(state);
        return new DriftEvidence(
                none.org(),
                none.pod(),
                none.metric(),
                none.split(),
                status(state.open()),
                null,
                episodes,
                none.episodesNeeded(),
                weeks,
                ReferenceRule.WEEKS,
                reference.size(),
                reference.own(),
                SignalRows.instant(reference.sinceMinute()),
                SignalRows.instant(reference.frozenMinute()),
                SignalRows.usual(pattern, reference),
                evidence.eValue(),
                evidence.leading(),
                evidence.leading().direction(),
                null,
                at);
    }

    /** Nothing is known any more. */
    public DriftEvidence forgotten(DriftState state, Instant at) {
        return none(state, at).missing(WhatIsMissing.FORGOTTEN, 0, 0);
    }

    private DriftEvidence none(DriftState state, Instant at) {
        return new DriftEvidence(
                state.org(),
                state.pod(),
                pattern.metric(),
                pattern.split(),
                EvidenceStatus.INSUFFICIENT_DATA,
                null,
                0,
                Reference.LEAST,
                0,
                ReferenceRule.WEEKS,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    private static EvidenceStatus status(OpenDrift open) {
        if (open == null) {
            return EvidenceStatus.USUAL;
        }
        return open.isSignal() ? EvidenceStatus.SIGNAL : EvidenceStatus.WATCH;
    }
}
