package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.Watch;
import dev.plumbline.stall.WatchStep;
import dev.plumbline.verification.VerificationStep;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Watches over an item: its silence, and what is said of it against what can be seen. Composes the
 * two; decides nothing itself.
 */
final class OversightFold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SilenceFold silences;
    private final ClaimFold claims;

    OversightFold(Directory directory) {
        this.silences = new SilenceFold(directory);
        this.claims = new ClaimFold(directory);
    }

    /** What an event did. */
    record Step(Oversight next, Signs signs) {}

    /**
     * An event of the item itself.
     *
     * @param after the item after the event, its oversight still as before
     * @param linkedBefore it was known to belong to a work item before the event
     * @param pod it is in now
     * @param finishedAs as what the event finished it, else null
     */
    Step own(
            ItemTimeline after,
            boolean linkedBefore,
            WorkEvent event,
            String pod,
            StateCategory finishedAs) {
        WatchStep silence = silences.own(after, event, pod, finishedAs);
        VerificationStep verified = claims.own(after, event, pod);
        return step(after, linkedBefore, silence, verified, event.occurredAt(), event.id());
    }

    /** An event of an object linked to it; the rest as above. */
    Step linked(ItemTimeline after, boolean linkedBefore, Heard heard) {
        WatchStep silence = silences.linked(after, heard);
        VerificationStep verified = claims.linked(after, heard);
        String event = heard.event().id();
        return step(after, linkedBefore, silence, verified, heard.knownAt(), event);
    }

    /**
     * Time came to {@code now}, and everything up to it has been told.
     *
     * @param forgotten the item is forgotten then
     */
    Step passed(ItemTimeline item, Instant now, boolean forgotten) {
        Oversight before = item.oversight();
        VerificationStep verified =
                forgotten ? claims.forgotten(item, now) : claims.passed(item, now);
        ClaimFold.Found found = claims.found(item, verified);
        Watch watch = before.watch();
        List<SilenceFact> told = List.of();
        Instant silentAt = silences.wakeAt(watch);
        if (silentAt != null && !silentAt.isAfter(now)) {
            told = List.of(silences.silent(item, watch));
            watch = watch.afterTelling();
        }
        Oversight next = new Oversight(watch, verified.next(), found.pods(), before.evidenceSeen());
        Signs signs = new Signs(null, told, found.findings(), found.claims(), false, false);
        return new Step(next, signs);
    }

    /** When time alone changes something; null for never. */
    Instant wakeAt(Oversight oversight) {
        Instant deadline = claims.wakeAt(oversight.verification());
        Instant silentAt = silences.wakeAt(oversight.watch());
        if (deadline == null || silentAt == null) {
            return deadline == null ? silentAt : deadline;
        }
        return silentAt.isBefore(deadline) ? silentAt : deadline;
    }

    private Step step(
            ItemTimeline item,
            boolean linkedBefore,
            WatchStep silence,
            VerificationStep verified,
            Instant at,
            String event) {
        Oversight before = item.oversight();
        ClaimFold.Found found = claims.found(item, verified);
        boolean evidenceSeen = before.evidenceSeen() || verified.evidenceSeen();
        Oversight next =
                new Oversight(silence.watch(), verified.next(), found.pods(), evidenceSeen);
        Signs signs =
                new Signs(
                        silence.completed(),
                        SilenceFold.ended(item, silence, at, event),
                        found.findings(),
                        found.claims(),
                        evidenceSeen && !before.evidenceSeen(),
                        item.flow().linked() && !linkedBefore);
        return new Step(next, signs);
    }
}
