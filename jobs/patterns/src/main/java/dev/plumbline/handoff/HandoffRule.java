package dev.plumbline.handoff;

import dev.plumbline.directory.Directory;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How one event, in fold order, changes the handoffs of an item. Where it both picks up and hands
 * on, the pickup comes first; the end of the item comes last.
 */
public final class HandoffRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final PickupRule pickup;
    private final OpeningRule opening;

    public HandoffRule(Directory directory) {
        this.directory = directory;
        this.pickup = new PickupRule(directory);
        this.opening = new OpeningRule(directory);
    }

    /**
     * Folds an event of the item itself.
     *
     * @param finishedAs {@code DONE} or {@code CANCELLED} where this event finishes the item, else
     *     null
     */
    public HandoffStep own(HandoffBook book, WorkEvent event, StateCategory finishedAs) {
        Ownership before = book.ownership().before(event);
        Ownership after = before.after(event);
        Party author = event.type() == EventType.CHANGE_OPENED ? event.actor() : book.author();
        HandoffBook current = new HandoffBook(after, author, book.open(), book.opened());
        if (leavesHandoffsAlone(book, event)) {
            return new HandoffStep(current, List.of(), List.of());
        }
        List<OpenHandoff> open = new ArrayList<>(book.open());
        List<Handoff> ended = new ArrayList<>();
        pickUp(open, ended, current, before, after, event);
        if (!after.hasSameHolder(before)) {
            bounce(open, ended, event);
        }
        List<OpenHandoff> opened = new ArrayList<>();
        add(opened, opening.onHolding(before, after, event));
        HandoffBook stillOpen = new HandoffBook(after, author, open, book.opened());
        add(opened, opening.onReviewRequest(stillOpen, event));
        add(opened, opening.onChangesRequested(stillOpen, event));
        int total = book.opened() + opened.size();
        takePulls(opened, open, ended, event);
        open.addAll(opened);
        if (finishedAs != null) {
            finish(open, ended, event, finishedAs);
            opened.retainAll(open);
        }
        return new HandoffStep(
                new HandoffBook(after, author, List.copyOf(open), total), opened, ended);
    }

    /** Folds work done on an object linked to the item: it can pick up, and nothing else. */
    public HandoffStep linked(HandoffBook book, WorkEvent event) {
        if (book.open().isEmpty() || !event.isWork()) {
            return new HandoffStep(book, List.of(), List.of());
        }
        List<OpenHandoff> open = new ArrayList<>(book.open());
        List<Handoff> ended = new ArrayList<>();
        pickUp(open, ended, book, book.ownership(), book.ownership(), event);
        HandoffBook next =
                new HandoffBook(book.ownership(), book.author(), List.copyOf(open), book.opened());
        return new HandoffStep(next, List.of(), ended);
    }

    /** The published form of a handoff that still waits. */
    public static Handoff stillOpen(OpenHandoff open) {
        return Handoff.stillOpen(open);
    }

    private static boolean leavesHandoffsAlone(HandoffBook book, WorkEvent event) {
        return book.open().isEmpty()
                && !Ownership.passesHolding(event)
                && event.type() != EventType.CHANGE_REVIEW_REQUESTED
                && event.type() != EventType.CHANGE_REVIEWED;
    }

    private void pickUp(
            List<OpenHandoff> open,
            List<Handoff> ended,
            HandoffBook book,
            Ownership before,
            Ownership after,
            WorkEvent event) {
        boolean reviewPickedUp = false;
        List<OpenHandoff> waiting = new ArrayList<>();
        for (OpenHandoff candidate : open) {
            Party by = pickup.pickedUpBy(candidate, book, before, after, event);
            if (by == null) {
                waiting.add(candidate);
                continue;
            }
            reviewPickedUp |= candidate.kind() == HandoffKind.REVIEW;
            ended.add(end(candidate, HandoffOutcome.PICKED_UP, event, by));
        }
        open.clear();
        open.addAll(waiting);
        if (reviewPickedUp) {
            noteOtherReviewer(open);
        }
    }

    private void takePulls(
            List<OpenHandoff> opened,
            List<OpenHandoff> waiting,
            List<Handoff> ended,
            WorkEvent event) {
        for (OpenHandoff pulled : List.copyOf(opened)) {
            if (!pulled.pull()) {
                continue;
            }
            opened.remove(pulled);
            ended.add(end(pulled, HandoffOutcome.PICKED_UP, event, event.actor()));
            if (pulled.kind() == HandoffKind.REVIEW) {
                noteOtherReviewer(waiting);
            }
        }
    }

    private static void noteOtherReviewer(List<OpenHandoff> waiting) {
        waiting.replaceAll(
                other -> other.kind() == HandoffKind.REVIEW ? other.withOtherReviewer() : other);
    }

    private void bounce(List<OpenHandoff> open, List<Handoff> ended, WorkEvent event) {
        for (OpenHandoff candidate : List.copyOf(open)) {
            if (candidate.kind().passesHolding()) {
                open.remove(candidate);
                ended.add(end(candidate, HandoffOutcome.BOUNCED, event, null));
            }
        }
    }

    private void finish(
            List<OpenHandoff> open,
            List<Handoff> ended,
            WorkEvent event,
            StateCategory finishedAs) {
        for (OpenHandoff candidate : open) {
            boolean superseded = finishedAs == StateCategory.DONE && candidate.otherReviewerSince();
            HandoffOutcome outcome =
                    superseded ? HandoffOutcome.SUPERSEDED : HandoffOutcome.ABANDONED;
            ended.add(end(candidate, outcome, event, null));
        }
        open.clear();
    }

    private Handoff end(
            OpenHandoff open, HandoffOutcome outcome, WorkEvent event, Party pickedUpBy) {
        return Handoff.ended(
                open,
                outcome,
                event.occurredAt(),
                event.id(),
                pickedUpBy,
                directory.calendarOf(open.toPod()));
    }

    private static void add(List<OpenHandoff> opened, OpenHandoff candidate) {
        if (candidate != null) {
            opened.add(candidate);
        }
    }
}
