package dev.plumbline.pod;

import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.time.Instant;

/** Facts of the pod "red" in domain words. */
final class Facts {

    private Facts() {}

    static PodFact opened(String handoff, Instant at, Party to) {
        return fact(PodFactKind.HANDOFF_OPENED, at, handoff, to, at, null, false, null, null);
    }

    static PodFact pickedUp(String handoff, Instant at, long afterSeconds, Party by) {
        Instant opened = at.minusSeconds(afterSeconds);
        HandoffOutcome outcome = HandoffOutcome.PICKED_UP;
        return ended(handoff, opened, at, outcome, false, afterSeconds, by);
    }

    static PodFact pulled(String handoff, Instant at, Party by) {
        return ended(handoff, at, at, HandoffOutcome.PICKED_UP, true, 0, by);
    }

    static PodFact bounced(String handoff, Instant at, long afterSeconds, Party to) {
        Instant opened = at.minusSeconds(afterSeconds);
        return ended(handoff, opened, at, HandoffOutcome.BOUNCED, false, afterSeconds, to);
    }

    static PodFact started(String item, Instant at, Party owner) {
        return fact(PodFactKind.PROGRESS_ENTERED, at, item, owner, at, null, false, null, null);
    }

    static PodFact left(String item, Instant at, Party owner) {
        return fact(PodFactKind.PROGRESS_LEFT, at, item, owner, at, null, false, null, null);
    }

    /** Finished after so many hours, half of them active, with 2 handoffs and 3 actors. */
    static PodFact finished(String item, Instant at, long hours, Party owner) {
        FinishedItem finished =
                finishedItem(
                        hours * 3600, null, hours * 1_800_000, hours * 3_600_000, 2, 3, 0, false);
        return finished(item, at, finished, owner);
    }

    /** A work item that waited for nobody and is of no kind. */
    static FinishedItem finishedItem(
            Long cycleSeconds,
            Long leadSeconds,
            long activeMillis,
            long inProgressMillis,
            int handoffs,
            int actors,
            int bounces,
            boolean pingPong) {
        return new FinishedItem(
                cycleSeconds,
                leadSeconds,
                activeMillis,
                inProgressMillis,
                handoffs,
                actors,
                bounces,
                pingPong,
                0,
                null,
                new WorkCategory(null, null),
                false,
                null);
    }

    static PodFact finished(String item, Instant at, FinishedItem finished, Party owner) {
        PodFactKind kind = PodFactKind.ITEM_FINISHED;
        return fact(kind, at, item, owner, null, null, false, null, finished);
    }

    static PodFact movedBack(String item, Instant at, Party owner) {
        return fact(PodFactKind.ITEM_MOVED_BACK, at, item, owner, null, null, false, null, null);
    }

    static PodFact reopened(String item, Instant at, Party owner) {
        return fact(PodFactKind.ITEM_REOPENED, at, item, owner, null, null, false, null, null);
    }

    private static PodFact ended(
            String handoff,
            Instant opened,
            Instant at,
            HandoffOutcome outcome,
            boolean pull,
            long seconds,
            Party party) {
        PodFactKind kind = PodFactKind.HANDOFF_ENDED;
        return fact(kind, at, handoff, party, opened, outcome, pull, seconds, null);
    }

    private static PodFact fact(
            PodFactKind kind,
            Instant at,
            String subject,
            Party party,
            Instant since,
            HandoffOutcome outcome,
            boolean pull,
            Long seconds,
            FinishedItem finished) {
        ActorKind actorKind = Party.kindOf(party);
        String account = Party.accountOf(party);
        return new PodFact(
                "acme", "red", kind, at, subject, 0, subject, actorKind, account, since, outcome,
                pull, seconds, finished);
    }
}
