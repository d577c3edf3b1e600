package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.flow.ProgressRule;
import dev.plumbline.flow.ProgressStep;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.handoff.HandoffStep;
import dev.plumbline.handoff.OpenHandoff;
import dev.plumbline.handoff.Ownership;
import dev.plumbline.pod.FinishedItem;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.WorkCategory;
import dev.plumbline.stall.Watch;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what one event makes the pods count, in order. */
final class ItemFacts {

    /** More facts than one event can cause, so that steps of successive events never meet. */
    static final long FACTS_PER_STEP = 1L << 20;

    private final ItemTimeline before;
    private final ItemTimeline after;
    private final WorkEvent event;
    private final List<PodFact> facts = new ArrayList<>(4);
    private final FlowFacts flow;

    ItemFacts(ItemTimeline before, ItemTimeline after, WorkEvent event) {
        this.before = before;
        this.after = after;
        this.event = event;
        this.flow = new FlowFacts(before, after, event, event.occurredAt(), facts);
    }

    List<PodFact> list() {
        return facts;
    }

    void progress(ProgressStep progress, Placement here, WorkCalendar calendar) {
        if (!Placement.same(before.placement(), after.placement())) {
            move(PodFactKind.PROGRESS_LEFT, before.placement());
            move(PodFactKind.PROGRESS_ENTERED, after.placement());
        }
        Placement takenBackFrom = before.doneIn() == null ? here : before.doneIn();
        if (progress.movedBack()) {
            count(PodFactKind.ITEM_MOVED_BACK, takenBackFrom, null);
        }
        if (progress.reopenedSoon()) {
            count(PodFactKind.ITEM_REOPENED, takenBackFrom, null);
        }
        flow.reworked(progress, takenBackFrom.pod());
        if (progress.finishedAs() == StateCategory.DONE) {
            count(PodFactKind.ITEM_FINISHED, here, finished(calendar));
        }
    }

    /** Who is expected to move the item, and whether anybody is, decides whose rate it is in. */
    void watch() {
        Watch from = before.oversight().watch();
        Watch to = after.oversight().watch();
        boolean same =
                from != null
                        && to != null
                        && from.pod().equals(to.pod())
                        && Objects.equals(before.owner(), after.owner());
        if (same || (from == null && to == null)) {
            return;
        }
        if (from != null) {
            watched(PodFactKind.WATCH_ENDED, from.pod(), before.owner());
        }
        if (to != null) {
            watched(PodFactKind.WATCH_STARTED, to.pod(), after.owner());
        }
    }

    private void watched(PodFactKind kind, String pod, Party owner) {
        add(
                kind,
                pod,
                after.key(),
                Party.kindOf(owner),
                Party.accountOf(owner),
                event.occurredAt(),
                null,
                null);
    }

    void handoffs(HandoffStep step) {
        for (Handoff handoff : step.ended()) {
            String picker = Party.accountOf(handoff.pickedUpBy());
            add(
                    PodFactKind.HANDOFF_ENDED,
                    handoff.toPod(),
                    handoff.id(),
                    handoff.toKind(),
                    handoff.toAccount() == null ? picker : handoff.toAccount(),
                    handoff.openedAt(),
                    handoff,
                    null);
        }
        for (OpenHandoff opened : step.opened()) {
            add(
                    PodFactKind.HANDOFF_OPENED,
                    opened.toPod(),
                    opened.id(),
                    Party.kindOf(opened.to()),
                    Party.accountOf(opened.to()),
                    opened.openedAt(),
                    null,
                    null);
        }
    }

    /** Of work on an object linked to the item. */
    void linked(Directory directory) {
        flow.linked(directory);
    }

    private void move(PodFactKind kind, Placement placement) {
        if (placement == null) {
            return;
        }
        add(
                kind,
                placement.pod(),
                after.key(),
                placement.ownerKind(),
                placement.owner(),
                placement.since(),
                null,
                null);
    }

    private void count(PodFactKind kind, Placement where, FinishedItem finished) {
        Instant since = finished == null ? null : after.progress().firstActiveAt();
        add(
                kind,
                where.pod(),
                after.key(),
                where.ownerKind(),
                where.owner(),
                since,
                null,
                finished);
    }

    /** What explains how long an episode lasts; a finished item tells it itself. */
    private WorkCategory category(PodFactKind kind) {
        return switch (kind) {
            case HANDOFF_OPENED, HANDOFF_ENDED, PROGRESS_ENTERED ->
                    after.workType() == null ? null : new WorkCategory(null, after.workType());
            default -> null;
        };
    }

    private FinishedItem finished(WorkCalendar calendar) {
        Ownership ownership = after.handoffs().ownership();
        return new FinishedItem(
                effectiveSeconds(after.progress().firstActiveAt(), calendar),
                effectiveSeconds(after.createdAt(), calendar),
                after.progress().activeMillis(),
                after.progress().inProgressMillis(),
                after.handoffs().opened(),
                after.actors().size(),
                ownership.owners().bounces() + ownership.groups().bounces(),
                ownership.owners().isPingPong() || ownership.groups().isPingPong(),
                after.flow().waitedSeconds(),
                after.createdAt(),
                FlowFacts.category(after),
                after.progress().movedBack() > 0,
                FlowFacts.merged(after));
    }

    private Long effectiveSeconds(Instant from, WorkCalendar calendar) {
        if (from == null) {
            return null;
        }
        ActorKind kind = Party.kindOf(after.owner());
        Instant to = event.occurredAt();
        return ProgressRule.effectiveMillis(from, to, kind, calendar) / 1000;
    }

    private void add(
            PodFactKind kind,
            String pod,
            String subject,
            ActorKind actorKind,
            String account,
            Instant since,
            Handoff ended,
            FinishedItem finished) {
        facts.add(
                new PodFact(
                        after.org(),
                        pod,
                        kind,
                        event.occurredAt(),
                        after.key(),
                        after.step() * FACTS_PER_STEP + facts.size(),
                        subject,
                        actorKind,
                        account,
                        since,
                        ended == null ? null : ended.outcome(),
                        ended != null && ended.pull(),
                        ended == null ? null : ended.effectiveSeconds(),
                        finished,
                        null,
                        category(kind),
                        null,
                        null,
                        null));
    }
}
