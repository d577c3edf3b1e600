package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.stall.CompletedGap;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.SilentItem;
import dev.plumbline.stall.StallOutcome;
import dev.plumbline.stall.Standing;
import dev.plumbline.stall.Watch;
import dev.plumbline.stall.WatchRule;
import dev.plumbline.stall.WatchStep;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.Finding;
import dev.plumbline.verification.FindingOutcome;
import dev.plumbline.verification.ItemView;
import dev.plumbline.verification.VerificationRule;
import dev.plumbline.verification.VerificationStep;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches over an item: its silence, and what is said of it against what can be seen. Composes the
 * rules of both; decides nothing itself.
 */
final class OversightFold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final VerificationRule verificationRule;

    OversightFold(Directory directory) {
        this.directory = directory;
        this.verificationRule = new VerificationRule(directory.evidence());
    }

    /** What an event did. */
    record Step(Oversight next, Signs signs) {}

    /**
     * An event of the item itself.
     *
     * @param after the item after the event, its oversight still as before
     * @param pod it is in now
     * @param finishedAs as what the event finished it, else null
     */
    Step own(ItemTimeline after, WorkEvent event, String pod, StateCategory finishedAs) {
        Oversight before = after.oversight();
        Oversight told = told(before, after.flow().linked());
        Watch watch = before.watch();
        WorkCalendar waited = directory.calendarOf(watch == null ? pod : watch.pod());
        WatchStep silence =
                WatchRule.next(
                        watch, standing(after, pod), finishedAs, event, event.occurredAt(), waited);
        VerificationStep verified =
                verificationRule.own(
                        before.verification(), event, view(after, told), directory.calendarOf(pod));
        return step(after, told, silence, verified, event.occurredAt(), event.id());
    }

    /** An event of an object linked to it. */
    Step linked(ItemTimeline after, Heard heard) {
        WorkEvent event = heard.event();
        Oversight before = after.oversight();
        Oversight told = told(before, after.flow().linked());
        Watch watch = before.watch();
        WatchStep silence = new WatchStep(watch, null, null, null);
        if (watch != null && event.isWork() && !heard.isProofOnly()) {
            silence =
                    WatchRule.next(
                            watch,
                            standing(after, watch.pod()),
                            null,
                            event,
                            heard.knownAt(),
                            directory.calendarOf(watch.pod()));
        }
        VerificationStep verified =
                verificationRule.linked(
                        before.verification(),
                        event,
                        heard.via() == null ? Via.DIRECT : heard.via(),
                        heard.knownAt(),
                        view(after, told),
                        calendar(after));
        return step(after, told, silence, verified, heard.knownAt(), event.id());
    }

    /** Time came to {@code now}, and everything up to it has been told. */
    Step passed(ItemTimeline timeline, Instant now) {
        Oversight before = timeline.oversight();
        VerificationStep verified =
                verificationRule.passed(before.verification(), now, view(timeline, before));
        Map<String, String> pods = before.podsOfFindings();
        if (!verified.findings().isEmpty()) {
            pods = new HashMap<>(pods);
        }
        List<PlacedFinding> findings = placed(timeline, verified.findings(), pods);
        Oversight next =
                new Oversight(
                        before.watch(),
                        verified.next(),
                        pods,
                        before.evidenceSeen(),
                        before.workItemLinked());
        Watch watch = before.watch();
        List<SilenceFact> silences = List.of();
        if (watch != null && !watch.told() && !floorAt(watch).isAfter(now)) {
            next = next.with(watch.afterTelling());
            SilentItem item = silentItem(timeline, watch);
            silences =
                    List.of(
                            SilenceFact.silent(
                                    timeline.org(),
                                    watch.pod(),
                                    floorAt(watch),
                                    timeline.step(),
                                    item));
        }
        Signs signs = new Signs(null, silences, findings, claims(timeline, verified), false, false);
        return new Step(next, signs);
    }

    /** When time alone changes something; null for never. */
    Instant wakeAt(Oversight oversight) {
        Instant deadline = verificationRule.nextDeadline(oversight.verification());
        Watch watch = oversight.watch();
        if (watch == null || watch.told()) {
            return deadline;
        }
        Instant floor = floorAt(watch);
        return deadline == null || floor.isBefore(deadline) ? floor : deadline;
    }

    private Instant floorAt(Watch watch) {
        return watch.floorAt(directory.calendarOf(watch.pod()));
    }

    /**
     * Whose the findings are: of the pod that had the item when they opened, also when they end. Of
     * an item nobody has told of, known by links alone, nothing is said.
     */
    private List<PlacedFinding> placed(
            ItemTimeline item, List<Finding> findings, Map<String, String> pods) {
        if (findings.isEmpty()) {
            return List.of();
        }
        List<PlacedFinding> placed = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            boolean opens = finding.outcome() == FindingOutcome.OPEN;
            if (opens && item.isListed()) {
                pods.put(finding.id(), podOf(item));
            }
            String pod = opens ? pods.get(finding.id()) : pods.remove(finding.id());
            if (pod != null) {
                placed.add(new PlacedFinding(pod, finding));
            }
        }
        return placed;
    }

    private static List<ClaimJudged> claims(ItemTimeline item, VerificationStep verified) {
        return item.isListed() ? verified.claims() : List.of();
    }

    private Step step(
            ItemTimeline item,
            Oversight told,
            WatchStep silence,
            VerificationStep verified,
            Instant at,
            String event) {
        Oversight before = item.oversight();
        boolean evidenceSeen = before.evidenceSeen() || verified.evidenceSeen();
        Map<String, String> pods = before.podsOfFindings();
        if (!verified.findings().isEmpty()) {
            pods = new HashMap<>(pods);
        }
        List<PlacedFinding> findings = placed(item, verified.findings(), pods);
        Oversight next =
                new Oversight(
                        silence.watch(),
                        verified.next(),
                        pods,
                        evidenceSeen,
                        told.workItemLinked());
        CompletedGap gap = silence.completed();
        Signs signs =
                new Signs(
                        gap,
                        ended(item, silence, at, event),
                        findings,
                        claims(item, verified),
                        evidenceSeen && !before.evidenceSeen(),
                        told.workItemLinked() && !before.workItemLinked());
        return new Step(next, signs);
    }

    private static List<SilenceFact> ended(
            ItemTimeline item, WatchStep step, Instant at, String event) {
        Watch ended = step.ended();
        if (ended == null || !ended.told()) {
            return List.of();
        }
        StallOutcome outcome = step.outcome();
        return List.of(
                SilenceFact.ended(
                        item.org(),
                        ended.pod(),
                        at,
                        item.step(),
                        silentItem(item, ended),
                        outcome,
                        event));
    }

    private static SilentItem silentItem(ItemTimeline item, Watch watch) {
        return new SilentItem(
                watch.stratum(),
                item.id(),
                item.container(),
                watch.silentSince(),
                watch.lastEvent());
    }

    private static Oversight told(Oversight before, boolean linked) {
        return new Oversight(
                before.watch(),
                before.verification(),
                before.podsOfFindings(),
                before.evidenceSeen(),
                linked);
    }

    private static Standing standing(ItemTimeline item, String pod) {
        return new Standing(
                item.type(),
                item.progress().state(),
                item.progress().blocked(),
                Party.accountOf(item.owner()),
                Party.kindOf(item.owner()),
                item.handoffs().ownership().group(),
                pod);
    }

    private static ItemView view(ItemTimeline item, Oversight oversight) {
        StateCategory state = item.progress().state();
        boolean stopped = state == StateCategory.WAITING || state == StateCategory.BLOCKED;
        return new ItemView(
                item.type(),
                item.id(),
                item.container(),
                item.workType(),
                state,
                stopped || item.progress().blocked(),
                item.owner(),
                oversight.workItemLinked());
    }

    private WorkCalendar calendar(ItemTimeline item) {
        return directory.calendarOf(podOf(item));
    }

    private String podOf(ItemTimeline item) {
        Instant placed = item.isListed() ? item.lastOwnEventAt() : item.lastEventAt();
        return ItemSnapshot.pod(item, directory, placed);
    }
}
