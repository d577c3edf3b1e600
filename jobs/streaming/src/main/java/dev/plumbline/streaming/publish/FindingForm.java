package dev.plumbline.streaming.publish;

import dev.plumbline.schema.Finding;
import dev.plumbline.streaming.verification.PublishedFinding;

/** Findings as they are published. */
final class FindingForm implements Revised<PublishedFinding, Finding> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<Finding> type() {
        return Finding.class;
    }

    @Override
    public String key(PublishedFinding finding) {
        return finding.org() + "/" + finding.pod();
    }

    /** A finding that ends at the instant at which it opened has ended. */
    @Override
    public long revision(PublishedFinding finding) {
        return finding.endedAt() == null
                ? finding.openedAt().toEpochMilli()
                : finding.endedAt().toEpochMilli() + 1;
    }

    @Override
    public Finding value(PublishedFinding finding) {
        return Finding.newBuilder()
                .setOrg(finding.org())
                .setFindingId(finding.id())
                .setObjectType(finding.objectType())
                .setObjectId(finding.objectId())
                .setContainer(finding.container())
                .setPod(finding.pod())
                .setKind(finding.kind())
                .setReason(finding.reason())
                .setOpenedAt(finding.openedAt())
                .setEndedAt(finding.endedAt())
                .setOutcome(finding.outcome())
                .setClaimEvent(finding.claimEvent())
                .setEvidenceEvents(finding.evidenceEvents())
                .setRevision(revision(finding))
                .build();
    }
}
