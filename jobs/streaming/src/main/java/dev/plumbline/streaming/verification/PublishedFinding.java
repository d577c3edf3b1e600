package dev.plumbline.streaming.verification;

import dev.plumbline.directory.Directory;
import dev.plumbline.source.SilentSource;
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

    /** A connector that went blind: of the pod that owns its container, if one does. */
    public static PublishedFinding of(SilentSource silence, Directory directory) {
        String pod = directory.podOfContainer(silence.container());
        return new PublishedFinding(
                silence.org(),
                silence.id(),
                "source",
                silence.objectId(),
                silence.container().isEmpty() ? null : silence.container(),
                pod == null ? Directory.UNASSIGNED : pod,
                SilentSource.KIND,
                null,
                silence.detectedAt(),
                silence.endedAt(),
                silence.outcome().word(),
                null,
                List.of());
    }

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
