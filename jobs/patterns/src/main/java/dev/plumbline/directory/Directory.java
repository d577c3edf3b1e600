package dev.plumbline.directory;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.StateCategory;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/**
 * Who is who: the organisation's calendar, its pods with their people, groups and containers over
 * time, which accounts are one person, who is an agent, what a tool's states mean, which evidence
 * to expect. Immutable.
 *
 * <p>The accounts of one identity count as one person everywhere: a pod that lists one of them has
 * all of them.
 */
public final class Directory implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The pod of what belongs to none. */
    public static final String UNASSIGNED = "unassigned";

    private final String organisation;
    private final WorkCalendar calendar;
    private final Pods pods;
    private final Members members;
    private final Identities identities;
    private final KindRules kinds;
    private final StateWords states;
    private final EvidenceProfiles evidence;

    private Directory(
            String organisation,
            WorkCalendar calendar,
            Pods pods,
            Members members,
            Identities identities,
            KindRules kinds,
            StateWords states,
            EvidenceProfiles evidence) {
        this.organisation = organisation;
        this.calendar = calendar;
        this.pods = pods;
        this.members = members;
        this.identities = identities;
        this.kinds = kinds;
        this.states = states;
        this.evidence = evidence;
    }

    /** Of two entries that contradict each other the first one holds; see {@link Conflict}. */
    public static Directory of(DirectoryEntries entries) {
        Identities identities = Identities.of(entries.identities());
        Pods pods = Pods.of(entries, identities);
        KindRules kinds = new KindRules(entries, pods.persons());
        return new Directory(
                entries.organisation(),
                entries.calendar(),
                pods,
                Members.of(entries, identities, kinds),
                identities,
                kinds,
                new StateWords(entries.states()),
                entries.evidence());
    }

    /** Organisation "default", UTC, Monday to Friday 09:00 to 17:00, no pods. */
    public static Directory empty() {
        return of(DirectoryEntries.none());
    }

    public String organisation() {
        return organisation;
    }

    public ZoneId zone() {
        return calendar.zone();
    }

    public WorkCalendar calendar() {
        return calendar;
    }

    /** The pod's own calendar; the organisation's where it has none or is not known. */
    public WorkCalendar calendarOf(String pod) {
        return pods.calendarOf(pod, calendar);
    }

    /**
     * The first rule that answers: directory, the tool's own word, known agents, known services,
     * "[bot]" suffix; else an account is a human, and no account is unknown.
     *
     * @param statedByTool null where the tool says nothing
     */
    public ResolvedKind kindOf(String account, ActorKind statedByTool) {
        return kindOf(account, statedByTool, false);
    }

    /**
     * As {@link #kindOf(String, ActorKind)}.
     *
     * @param agentNamed the event names an agent that drove the account, as commit trailers do
     */
    public ResolvedKind kindOf(String account, ActorKind statedByTool, boolean agentNamed) {
        return kinds.kindOf(account, statedByTool, agentNamed);
    }

    /**
     * Whether that account is a button of a tool's web page: whoever pressed it acted, and is not
     * named.
     */
    public boolean isNobody(String account) {
        return KnownServices.isWebButton(account);
    }

    /** The account that stands for that person: the first of its identity, else itself. */
    public String personOf(String account) {
        return identities.personOf(account);
    }

    /** Whether that account is at that instant in the pod that owns the group. */
    public boolean actsFor(String account, String group, Instant at) {
        String pod = podOfGroup(group);
        return pod != null && pod.equals(podOfAccount(account, at));
    }

    /** The pod of that account at that instant, null for none. */
    public String podOfAccount(String account, Instant at) {
        return pods.podOfPerson(personOf(account), at);
    }

    /**
     * The people of a pod who had working time there in [from, until), each by the account that
     * stands for that person; its agents are left out.
     */
    public SortedSet<String> peoplePresent(String pod, Instant from, Instant until) {
        return members.present(pod, from, until, calendarOf(pod));
    }

    /** The pod that owns the group, null for none. */
    public String podOfGroup(String group) {
        return pods.podOfGroup(group);
    }

    /** The pod that owns the container, null for none. */
    public String podOfContainer(String container) {
        return pods.podOfContainer(container);
    }

    /**
     * The pod of an item at that instant: its owner's, else its group's, else its container's, else
     * {@link #UNASSIGNED}. Each argument but the instant may be null.
     */
    public String podOf(String owner, String group, String container, Instant at) {
        String ofOwner = podOfAccount(owner, at);
        if (ofOwner != null) {
            return ofOwner;
        }
        String ofGroup = podOfGroup(group);
        if (ofGroup != null) {
            return ofGroup;
        }
        String ofContainer = podOfContainer(container);
        return ofContainer != null ? ofContainer : UNASSIGNED;
    }

    /** What a tool's state means: mapping of that source, then common words, else null. */
    public StateCategory categoryOf(String source, String rawState) {
        return states.categoryOf(source, rawState);
    }

    /** Which evidence is to be expected of which work. */
    public EvidenceProfiles evidence() {
        return evidence;
    }

    /**
     * The same directory for accounts that are pseudonyms already: members and identities are known
     * by their pseudonyms alone. Kinds are resolved before that, on the clear names.
     */
    public Directory pseudonymised(UnaryOperator<String> pseudonym) {
        return new Directory(
                organisation,
                calendar,
                pods.pseudonymised(pseudonym),
                members.pseudonymised(pseudonym),
                identities.pseudonymised(pseudonym),
                kinds.withoutMembers(),
                states,
                evidence);
    }
}
