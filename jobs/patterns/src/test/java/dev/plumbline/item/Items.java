package dev.plumbline.item;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.directory.Directory;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Organisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One ticket through the fold: what is remembered, what ended and what the pods were told. */
final class Items {

    private final Directory directory;
    private final ItemFold fold;
    private final List<PodFact> facts = new ArrayList<>();
    private final List<DebtFact> debts = new ArrayList<>();
    private final List<Handoff> ended = new ArrayList<>();
    private ItemTimeline timeline;

    Items() {
        this(Organisation.ACME);
    }

    Items(Directory directory) {
        this.directory = directory;
        fold = new ItemFold(directory, Duration.ofDays(400));
        timeline = fold.start("acme", ObjectType.WORK_ITEM, "T-1");
    }

    static Items after(Happening... happenings) {
        Items items = new Items();
        for (Happening happening : happenings) {
            items.happens(happening);
        }
        return items;
    }

    /** The change C-1. */
    static Items ofChange(Happening... happenings) {
        Items items = new Items();
        items.timeline = items.fold.start("acme", ObjectType.CHANGE, "C-1");
        for (Happening happening : happenings) {
            items.happens(happening);
        }
        return items;
    }

    Items happens(Happening own) {
        return keep(fold.fold(timeline, Heard.own(own.event())));
    }

    Items happensOnLinked(Happening other) {
        return keep(fold.fold(timeline, Heard.linked(other.event())));
    }

    ItemTimeline timeline() {
        return timeline;
    }

    ItemSnapshot snapshot() {
        return ItemSnapshot.of(timeline, directory);
    }

    ItemFold fold() {
        return fold;
    }

    List<PodFact> facts() {
        return facts;
    }

    List<PodFact> facts(PodFactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }

    List<DebtFact> debts() {
        return debts;
    }

    List<Handoff> ended() {
        return ended;
    }

    private Items keep(ItemStep step) {
        timeline = step.timeline();
        facts.addAll(step.facts());
        debts.addAll(step.debts());
        ended.addAll(step.ended());
        return this;
    }
}
