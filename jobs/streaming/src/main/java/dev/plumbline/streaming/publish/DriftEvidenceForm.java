package dev.plumbline.streaming.publish;

import dev.plumbline.drift.Detector;
import dev.plumbline.drift.WhatIsMissing;
import dev.plumbline.schema.DriftEvidence;

/** What is known of watched metrics as it is published: durations in seconds. */
final class DriftEvidenceForm implements Revised<dev.plumbline.drift.DriftEvidence, DriftEvidence> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<DriftEvidence> type() {
        return DriftEvidence.class;
    }

    @Override
    public String key(dev.plumbline.drift.DriftEvidence row) {
        return row.org() + "/" + row.pod();
    }

    @Override
    public long revision(dev.plumbline.drift.DriftEvidence row) {
        return row.asOf().toEpochMilli();
    }

    @Override
    public DriftEvidence value(dev.plumbline.drift.DriftEvidence row) {
        WhatIsMissing missing = row.missing();
        Detector detector = row.detector();
        Double median = row.referenceMedian();
        return DriftEvidence.newBuilder()
                .setOrg(row.org())
                .setPod(row.pod())
                .setMetric(row.metric())
                .setSplit(row.split())
                .setStatus(row.status().word())
                .setMissing(missing == null ? null : missing.word())
                .setEpisodes(row.episodes())
                .setEpisodesNeeded(row.episodesNeeded())
                .setWeeks(row.weeks())
                .setWeeksNeeded(row.weeksNeeded())
                .setReferenceN(row.referenceN())
                .setReferenceOwn(row.referenceOwn())
                .setReferenceSince(row.referenceSince())
                .setFrozenAt(row.frozenAt())
                .setReferenceP50(median == null ? null : median * DriftForm.unit(row.metric()))
                .setEValue(row.eValue())
                .setDetector(detector == null ? null : detector.word())
                .setDirection(row.direction() == null ? null : row.direction().word())
                .setSignalId(row.signalId())
                .setAsOf(row.asOf())
                .setRevision(revision(row))
                .build();
    }
}
