package dev.plumbline.handoff;

import dev.plumbline.work.Happening;
import dev.plumbline.work.Organisation;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.util.ArrayList;
import java.util.List;

/** Folds happenings through the rule and keeps what came out. */
final class Handoffs {

    private final HandoffRule rule = new HandoffRule(Organisation.ACME);
    private final List<Handoff> ended = new ArrayList<>();
    private HandoffBook book = HandoffBook.EMPTY;

    static Handoffs after(Happening... happenings) {
        Handoffs handoffs = new Handoffs();
        for (Happening happening : happenings) {
            handoffs.happens(happening);
        }
        return handoffs;
    }

    /** An event of the item itself; the states done and cancelled finish it. */
    Handoffs happens(Happening happening) {
        WorkEvent event = happening.event();
        boolean finishes = event.stateTo() != null && event.stateTo().finished();
        StateCategory finishedAs = finishes ? event.stateTo() : null;
        return keep(rule.own(book, event, finishedAs));
    }

    /** Work on an object linked to the item. */
    Handoffs happensOnLinked(Happening happening) {
        return keep(rule.linked(book, happening.event()));
    }

    List<OpenHandoff> open() {
        return book.open();
    }

    List<Handoff> ended() {
        return ended;
    }

    /** The only one that waits. */
    OpenHandoff onlyOpen() {
        if (book.open().size() != 1) {
            throw new AssertionError("one open handoff expected: " + book.open());
        }
        return book.open().get(0);
    }

    /** The only one that ended. */
    Handoff onlyEnded() {
        if (ended.size() != 1) {
            throw new AssertionError("one ended handoff expected: " + ended);
        }
        return ended.get(0);
    }

    int opened() {
        return book.opened();
    }

    private Handoffs keep(HandoffStep step) {
        book = step.book();
        ended.addAll(step.ended());
        return this;
    }
}
