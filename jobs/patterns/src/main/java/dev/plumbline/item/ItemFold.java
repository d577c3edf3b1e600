package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.flow.ProgressRule;
import dev.plumbline.flow.ProgressStep;
import dev.plumbline.handoff.HandoffRule;
import dev.plumbline.handoff.HandoffStep;
import dev.plumbline.handoff.Ownership;
import dev.plumbline.pod.PodFact;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Folds the events of an item, in fold order, into its timeline, its handoffs and the facts its
 * pods count. The result is a function of the set of events.
 */
public final class ItemFold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final HandoffRule handoffRule;
    private final Duration forgetAfter;
    private final OversightFold oversight;

    /**
     * @param directory for accounts that are pseudonyms already
     * @param forgetAfter a finished item silent for so long is forgotten; an open one, or one with
     *     a handoff that waits, never is
     */
    public ItemFold(Directory directory, Duration forgetAfter) {
        this.directory = directory;
        this.handoffRule = new HandoffRule(directory);
        this.forgetAfter = forgetAfter;
        this.oversight = new OversightFold(directory);
    }

    public ItemTimeline start(String org, ObjectType type, String id) {
        return ItemTimeline.starting(org, type, id);
    }

    /**
     * When the item may be forgotten if nothing more happens; null for one that is not finished or
     * on which somebody still waits.
     */
    public Instant forgetAt(ItemTimeline timeline) {
        boolean open = timeline.isListed() && !timeline.progress().isFinished();
        if (timeline.lastEventAt() == null || open || !timeline.handoffs().open().isEmpty()) {
            return null;
        }
        return timeline.lastEventAt().plus(forgetAfter);
    }

    /** Folds one event. What time alone had changed before it must have been folded. */
    public ItemStep fold(ItemTimeline timeline, Heard heard) {
        WorkEvent event = heard.event();
        Instant forgetAt = forgetAt(timeline);
        boolean forgotten = forgetAt != null && heard.knownAt().isAfter(forgetAt);
        ItemTimeline known =
                forgotten ? start(timeline.org(), timeline.type(), timeline.id()) : timeline;
        if (known.seen().contains(heard.key())) {
            return new ItemStep(known, List.of(), List.of(), List.of(), Signs.NONE, false, null);
        }
        if (heard.own()) {
            return foldOwn(known, event.inContainer(known.container()));
        }
        return heard.isProofOnly() ? foldProof(known, heard) : foldLinked(known, heard);
    }

    /** When time alone changes something; null for never. What is open ends with the item. */
    public Instant wakeAt(ItemTimeline timeline) {
        Instant wakeAt = oversight.wakeAt(timeline.oversight());
        if (timeline.oversight().verification().open().isEmpty()) {
            return wakeAt;
        }
        Instant forgetAt = forgetAt(timeline);
        boolean forgotten = forgetAt != null && (wakeAt == null || forgetAt.isBefore(wakeAt));
        return forgotten ? forgetAt : wakeAt;
    }

    /** Time came to {@code now}, and every event up to it has been folded. */
    public ItemStep passed(ItemTimeline timeline, Instant now) {
        Instant forgetAt = forgetAt(timeline);
        boolean forgotten = forgetAt != null && !now.isBefore(forgetAt);
        OversightFold.Step step = oversight.passed(timeline, now, forgotten);
        return new ItemStep(
                timeline.with(step.next()),
                List.of(),
                List.of(),
                List.of(),
                step.signs(),
                false,
                null);
    }

    private ItemStep foldOwn(ItemTimeline before, WorkEvent event) {
        Instant placedAt = before.isListed() ? before.lastOwnEventAt() : event.occurredAt();
        WorkCalendar calendar = directory.calendarOf(ItemSnapshot.pod(before, directory, placedAt));
        ActorKind ownerKind = Party.kindOf(before.owner());
        ProgressStep progress = ProgressRule.next(before.progress(), event, ownerKind, calendar);
        HandoffStep handoffs = handoffRule.own(before.handoffs(), event, progress.finishedAs());
        Placement here = placement(handoffs.book().ownership(), event);
        ItemTimeline folded =
                new ItemTimeline(
                        before.org(),
                        before.type(),
                        before.id(),
                        event.container(),
                        event.workType() == null ? before.workType() : event.workType(),
                        createdAt(before, event),
                        event.occurredAt(),
                        event.occurredAt(),
                        lastActivityAt(before, event),
                        before.eventCount() + 1,
                        before.step() + 1,
                        handoffs.book(),
                        progress.progress(),
                        actors(before, event),
                        Placement.inProgress(before.placement(), progress.progress(), here),
                        Placement.done(before.doneIn(), progress, here),
                        before.oversight(),
                        before.flow()
                                .own(
                                        before.progress(),
                                        progress.progress(),
                                        event,
                                        handoffs,
                                        calendar),
                        before.seen().with(event.id()));
        OversightFold.Step seen =
                oversight.own(
                        folded, before.flow().linked(), event, here.pod(), progress.finishedAs());
        ItemTimeline after = folded.with(seen.next());
        ItemFacts facts = new ItemFacts(before, after, event);
        facts.progress(progress, here, directory.calendarOf(here.pod()));
        facts.handoffs(handoffs);
        facts.watch();
        DebtFacts debts = new DebtFacts(before, after, event.occurredAt());
        debts.handoffs(handoffs);
        debts.stretches();
        debts.watch();
        return new ItemStep(
                after,
                handoffs.ended(),
                facts.list(),
                debts.list(),
                seen.signs(),
                true,
                here.pod());
    }

    /** What proves or disproves its work is no sign of work on it at that moment. */
    private ItemStep foldProof(ItemTimeline before, Heard heard) {
        FlowMemory flow = before.flow().proved(heard.event());
        ItemTimeline known = before.having(heard.key(), heard.knownAt(), flow);
        OversightFold.Step seen = oversight.linked(known, before.flow().linked(), heard);
        ItemTimeline after = known.with(seen.next());
        List<PodFact> facts = new ArrayList<>(0);
        new FlowFacts(before, after, heard.event(), heard.knownAt(), facts).linked(directory);
        return new ItemStep(after, List.of(), facts, List.of(), seen.signs(), false, null);
    }

    private ItemStep foldLinked(ItemTimeline before, Heard heard) {
        WorkEvent event = heard.event();
        HandoffStep handoffs = handoffRule.linked(before.handoffs(), event);
        ItemTimeline folded =
                new ItemTimeline(
                        before.org(),
                        before.type(),
                        before.id(),
                        before.container(),
                        before.workType(),
                        before.createdAt(),
                        event.occurredAt(),
                        before.lastOwnEventAt(),
                        lastActivityAt(before, event),
                        before.eventCount(),
                        before.step() + 1,
                        handoffs.book(),
                        before.progress(),
                        actors(before, event),
                        before.placement(),
                        before.doneIn(),
                        before.oversight(),
                        before.flow().linked(event, handoffs),
                        before.seen().with(event.id()));
        OversightFold.Step seen = oversight.linked(folded, before.flow().linked(), heard);
        ItemTimeline after = folded.with(seen.next());
        ItemFacts facts = new ItemFacts(before, after, event);
        facts.handoffs(handoffs);
        facts.linked(directory);
        DebtFacts debts = new DebtFacts(before, after, event.occurredAt());
        debts.handoffs(handoffs);
        return new ItemStep(
                after, handoffs.ended(), facts.list(), debts.list(), seen.signs(), false, null);
    }

    private Placement placement(Ownership ownership, WorkEvent event) {
        Party owner = ownership.owner();
        String account = Party.accountOf(owner);
        Instant at = event.occurredAt();
        String pod = directory.podOf(account, ownership.group(), event.container(), at);
        return new Placement(pod, Party.kindOf(owner), account, at);
    }

    private static Instant createdAt(ItemTimeline before, WorkEvent event) {
        boolean creates =
                event.type() == EventType.WORK_ITEM_CREATED
                        || event.type() == EventType.CHANGE_OPENED;
        boolean known = before.createdAt() != null || !creates;
        return known ? before.createdAt() : event.occurredAt();
    }

    private static Instant lastActivityAt(ItemTimeline before, WorkEvent event) {
        return event.isWork() ? event.occurredAt() : before.lastActivityAt();
    }

    private static List<String> actors(ItemTimeline before, WorkEvent event) {
        Party actor = event.actor();
        if (actor == null || actor.kind() == ActorKind.SERVICE) {
            return before.actors();
        }
        int position = Collections.binarySearch(before.actors(), actor.account());
        if (position >= 0) {
            return before.actors();
        }
        List<String> actors = new ArrayList<>(before.actors());
        actors.add(-position - 1, actor.account());
        return actors;
    }
}
