package dev.plumbline.streaming.verification;

import dev.plumbline.verification.Finding;
import java.time.Instant;
import java.util.List;

/**
 * A finding as it is published, in the words of the store.
 *
 * @param pod of the object when it was opened
 * @param container may be null
 * @param reason null where the kind says it all
 * @param endedAt null while open
 * @param claimEvent null where nobody claimed anything
 */
public record PublishedFinding(
        String org,
        String id,
        String objectType,
        String objectId,
        String container,
        String pod,
        String kind,
        String reason,
        Instant openedAt,
        Instant endedAt,
        String outcome,
        String claimEvent,
        List<String> evidenceEvents) {

    /** A finding of an item or a commit. */
    public static PublishedFinding of(String org, String pod, Finding finding) {
        return new PublishedFinding(
                org,
                finding.id(),
                finding.objectType().word(),
                finding.objectId(),
                finding.container(),
                pod,
                finding.kind().word(),
                finding.reason() == null ? null : finding.reason().word(),
                finding.openedAt(),
                finding.endedAt(),
                finding.outcome().word(),
                finding.claimEvent(),
                finding.evidenceEvents());
    }
}
