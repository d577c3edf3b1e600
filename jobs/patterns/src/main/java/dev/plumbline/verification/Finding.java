package dev.plumbline.verification;

import dev.plumbline.work.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding as far as it is known: the row that is published.
 *
 * @param id unique per organisation: kind, object and the instant it opened
 * @param endedAt null while open
 * @param reason why a claim is contradicted; null for every other kind
 * @param claimEvent the event that says it is done; of an orphan the event that made it one; may be
 *     null
 * @param evidenceEvents the other side: what contradicts the claim, what shows that the work is
 *     done, the claimer's own traces where there are no others, and what ended the finding
 */
public record Finding(
        String id,
        FindingKind kind,
        ObjectType objectType,
        String objectId,
        String container,
        Instant openedAt,
        Instant endedAt,
        FindingOutcome outcome,
        Contradiction reason,
        String claimEvent,
        List<String> evidenceEvents) {

    static Finding opened(
            FindingKind kind,
            ObjectType type,
            String objectId,
            String container,
            Instant at,
            Suspicion why) {
        return new Finding(
                kind.word() + "/" + type.word() + "/" + objectId + "/" + at,
                kind,
                type,
                objectId,
                container,
                at,
                null,
                FindingOutcome.OPEN,
                why.reason(),
                why.claimEvent(),
                why.evidenceEvents());
    }

    Finding ended(Instant at, Ending ending) {
        List<String> events = new ArrayList<>(evidenceEvents);
        ending.events().stream().filter(id -> !events.contains(id)).forEach(events::add);
        return new Finding(
                id,
                kind,
                objectType,
                objectId,
                container,
                openedAt,
                at,
                ending.outcome(),
                reason,
                claimEvent,
                List.copyOf(events));
    }
}
