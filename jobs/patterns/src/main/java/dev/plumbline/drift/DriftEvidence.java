package dev.plumbline.drift;

import java.time.Instant;

/**
 * What is known of one watched metric of a pod, whether it alarms or not: the row that is
 * published.
 *
 * @param missing null where enough is known
 * @param episodes counted so far; null where suppressed
 * @param episodesNeeded before it can be watched, unless the organisation can pad them
 * @param weeks whole ones from the first episode to the last; null where suppressed
 * @param referenceN episodes in the reference; null, like all that follows it, where too little is
 *     known
 * @param referenceOwn how many of them are the pod's
 * @param referenceSince when the first of them was completed
 * @param frozenAt when the reference was
 * @param referenceMedian minutes, or a share
 * @param eValue see {@link MetricEvidence}
 * @param detector the one that speaks loudest
 * @param direction its direction
 * @param signalId the drift that is open, of this metric or of the split that tells of it; null
 *     where there is none
 * @param asOf what is known is of then
 */
public record DriftEvidence(
        String org,
        String pod,
        String metric,
        String split,
        EvidenceStatus status,
        WhatIsMissing missing,
        Integer episodes,
        int episodesNeeded,
        Integer weeks,
        int weeksNeeded,
        Integer referenceN,
        Integer referenceOwn,
        Instant referenceSince,
        Instant frozenAt,
        Double referenceMedian,
        Double eValue,
        Detector detector,
        Direction direction,
        String signalId,
        Instant asOf) {

    /** Of too little, and why. */
    DriftEvidence missing(WhatIsMissing what, Integer episodesSoFar, Integer weeksSoFar) {
        return new DriftEvidence(
                org,
                pod,
                metric,
                split,
                EvidenceStatus.INSUFFICIENT_DATA,
                what,
                episodesSoFar,
                episodesNeeded,
                weeksSoFar,
                weeksNeeded,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                asOf);
    }

    /** Nothing but that it is not told. */
    public DriftEvidence suppressed() {
        return missing(WhatIsMissing.SUPPRESSED, null, null);
    }

    /** The same with the id under which its drift was told. */
    public DriftEvidence toldAs(String id) {
        return new DriftEvidence(
                org,
                pod,
                metric,
                split,
                status,
                missing,
                episodes,
                episodesNeeded,
                weeks,
                weeksNeeded,
                referenceN,
                referenceOwn,
                referenceSince,
                frozenAt,
                referenceMedian,
                eValue,
                detector,
                direction,
                id,
                asOf);
    }
}
