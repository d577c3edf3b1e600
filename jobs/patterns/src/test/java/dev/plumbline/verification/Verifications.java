package dev.plumbline.verification;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An item and what is linked to it, folded through the rule. Work is Monday to Friday, 09:00 to
 * 17:00 (UTC). A finding reads "unverified_done Mon 14:00 - Tue 10:00 evidence".
 */
final class Verifications {

    private static final WorkCalendar CALENDAR = WorkCalendar.standard(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final VerificationRule rule;
    private final ObjectType type;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final List<ClaimJudged> claims = new ArrayList<>();
    private Verification known = Verification.NONE;
    private StateCategory state;
    private Party owner;
    private boolean flagged;
    private String workType;
    private boolean evidenceSeen;

    private Verifications(ObjectType type, EvidenceProfiles profiles) {
        this.type = type;
        this.rule = new VerificationRule(profiles);
    }

    static Verifications ofTicket() {
        return new Verifications(ObjectType.WORK_ITEM, EvidenceProfiles.UNSTATED);
    }

    static Verifications ofTicket(EvidenceProfiles profiles) {
        return new Verifications(ObjectType.WORK_ITEM, profiles);
    }

    static Verifications ofChange() {
        return new Verifications(ObjectType.CHANGE, EvidenceProfiles.UNSTATED);
    }

    /** An event of the item itself. */
    Verifications own(Happening happening) {
        WorkEvent event = happening.event();
        switch (event.type()) {
            case CHANGE_OPENED, CHANGE_REOPENED -> state = StateCategory.REVIEW;
            case CHANGE_MERGED -> state = StateCategory.DONE;
            case CHANGE_ABANDONED -> state = StateCategory.CANCELLED;
            case WORK_ITEM_BLOCKED -> flagged = true;
            case WORK_ITEM_UNBLOCKED -> flagged = false;
            case WORK_ITEM_ASSIGNED -> owner = event.ownerTo();
            default -> state = event.stateTo() == null ? state : event.stateTo();
        }
        workType = event.workType() == null ? workType : event.workType();
        return keep(rule.own(known, event, view(), CALENDAR));
    }

    /** An event of an object that names the item. */
    Verifications linked(Happening happening) {
        return linked(happening, Via.DIRECT);
    }

    Verifications linked(Happening happening, Via via) {
        WorkEvent event = happening.event();
        return keep(rule.linked(known, event, via, event.occurredAt(), view(), CALENDAR));
    }

    /** As above; that it belongs to the item became known only then. */
    Verifications linkedLate(String knownAt, Happening happening) {
        Instant at = Happening.at(knownAt);
        return keep(rule.linked(known, happening.event(), Via.DIRECT, at, view(), CALENDAR));
    }

    /** Time passes up to and including that moment. */
    Verifications until(String moment) {
        return keep(rule.passed(known, Happening.at(moment), view()));
    }

    /** Nothing was heard of the item up to that moment, and it is forgotten. */
    Verifications forgotten(String moment) {
        return keep(rule.forgotten(known, Happening.at(moment), view()));
    }

    List<String> findings() {
        return findings.values().stream().map(Verifications::told).toList();
    }

    List<Finding> rows() {
        return List.copyOf(findings.values());
    }

    Finding onlyRow() {
        if (findings.size() != 1) {
            throw new AssertionError("one finding expected: " + findings());
        }
        return findings.values().iterator().next();
    }

    List<ClaimJudged> claims() {
        return claims;
    }

    ClaimJudged onlyClaim() {
        if (claims.size() != 1) {
            throw new AssertionError("one claim expected: " + claims);
        }
        return claims.get(0);
    }

    boolean evidenceSeen() {
        return evidenceSeen;
    }

    Verification known() {
        return known;
    }

    Instant nextDeadline() {
        return rule.nextDeadline(known);
    }

    private ItemView view() {
        boolean stopped =
                flagged || state == StateCategory.WAITING || state == StateCategory.BLOCKED;
        String id = type == ObjectType.CHANGE ? "C-1" : "T-1";
        return new ItemView(type, id, "PAY", workType, state, stopped, owner, false);
    }

    private Verifications keep(VerificationStep step) {
        known = step.next();
        step.findings().forEach(finding -> findings.put(finding.id(), finding));
        claims.addAll(step.claims());
        evidenceSeen |= step.evidenceSeen();
        return this;
    }

    private static String told(Finding finding) {
        String why = finding.reason() == null ? "" : " (" + finding.reason().word() + ")";
        String end = finding.endedAt() == null ? "" : MOMENT.format(finding.endedAt()) + " ";
        return finding.kind().word()
                + why
                + " "
                + MOMENT.format(finding.openedAt())
                + " - "
                + end
                + finding.outcome().word();
    }
}
