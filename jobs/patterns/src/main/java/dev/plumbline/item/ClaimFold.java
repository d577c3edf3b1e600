package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.Finding;
import dev.plumbline.verification.FindingOutcome;
import dev.plumbline.verification.ItemView;
import dev.plumbline.verification.Verification;
import dev.plumbline.verification.VerificationRule;
import dev.plumbline.verification.VerificationStep;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the rule of claims what it needs to know of an item, and says whose its findings are. */
final class ClaimFold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final VerificationRule rule;

    ClaimFold(Directory directory) {
        this.directory = directory;
        this.rule = new VerificationRule(directory.evidence());
    }

    /**
     * What was found.
     *
     * @param findings opened or ended, and whose they are
     * @param pods in which each open finding was opened, by its id
     * @param claims judged
     */
    record Found(
            List<PlacedFinding> findings, Map<String, String> pods, List<ClaimJudged> claims) {}

    /** An event of the item itself, which is in that pod now. */
    VerificationStep own(ItemTimeline after, WorkEvent event, String pod) {
        Verification before = after.oversight().verification();
        return rule.own(before, event, view(after), directory.calendarOf(pod));
    }

    /** An event of an object linked to it. */
    VerificationStep linked(ItemTimeline after, Heard heard) {
        return rule.linked(
                after.oversight().verification(),
                heard.event(),
                heard.via() == null ? Via.DIRECT : heard.via(),
                heard.knownAt(),
                view(after),
                directory.calendarOf(podOf(after)));
    }

    /** Time came to {@code now}, and everything up to it has been told. */
    VerificationStep passed(ItemTimeline item, Instant now) {
        return rule.passed(item.oversight().verification(), now, view(item));
    }

    /** The item is forgotten. */
    VerificationStep forgotten(ItemTimeline item, Instant at) {
        return rule.forgotten(item.oversight().verification(), at, view(item));
    }

    /** When time alone decides something; null for never. */
    Instant wakeAt(Verification verification) {
        return rule.nextDeadline(verification);
    }

    /**
     * Findings are of the pod that had the item when they opened, also when they end. Of an item
     * nobody has told of, known by links alone, nothing is said.
     */
    Found found(ItemTimeline item, VerificationStep verified) {
        Map<String, String> pods = item.oversight().podsOfFindings();
        List<ClaimJudged> claims = item.isListed() ? verified.claims() : List.of();
        if (verified.findings().isEmpty()) {
            return new Found(List.of(), pods, claims);
        }
        Map<String, String> next = new HashMap<>(pods);
        List<PlacedFinding> placed = new ArrayList<>(verified.findings().size());
        for (Finding finding : verified.findings()) {
            boolean opens = finding.outcome() == FindingOutcome.OPEN;
            if (opens && item.isListed()) {
                next.put(finding.id(), podOf(item));
            }
            String pod = opens ? next.get(finding.id()) : next.remove(finding.id());
            if (pod != null) {
                placed.add(new PlacedFinding(pod, finding));
            }
        }
        return new Found(placed, next, claims);
    }

    private static ItemView view(ItemTimeline item) {
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
                item.flow().linked());
    }

    private String podOf(ItemTimeline item) {
        Instant placed = item.isListed() ? item.lastOwnEventAt() : item.lastEventAt();
        return ItemSnapshot.pod(item, directory, placed);
    }
}
