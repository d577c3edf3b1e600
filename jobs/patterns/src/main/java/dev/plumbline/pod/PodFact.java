package dev.plumbline.pod;

import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.Comparator;

/**
 * One transition of an item that its pod counts. Only transitions reach the pod, not every event.
 *
 * @param item type and id of the item
 * @param step position of the transition among those of the item, so that the order of facts of one
 *     instant is a function of the events
 * @param subject what opens and ends: the item, or the handoff's id
 * @param actorKind whose clock and which split: receiver's or owner's kind, null where nobody's
 * @param account who contributes (a pseudonym), to know when fewer than two people do; may be null
 * @param since handoff opened, item started
 * @param outcome of an ended handoff, else null
 * @param pull of a handoff: the receiver took it
 * @param effectiveSeconds of an ended handoff, else null
 * @param finished of a finished item, else null
 */
public record PodFact(
        String org,
        String pod,
        PodFactKind kind,
        Instant at,
        String item,
        long step,
        String subject,
        ActorKind actorKind,
        String account,
        Instant since,
        HandoffOutcome outcome,
        boolean pull,
        Long effectiveSeconds,
        FinishedItem finished) {

    /** The order in which a pod folds its facts, whatever order they arrived in. */
    public static final Comparator<PodFact> FOLD_ORDER =
            Comparator.comparing(PodFact::at)
                    .thenComparing(PodFact::item)
                    .thenComparingLong(PodFact::step);
}
