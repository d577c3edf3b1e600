package dev.plumbline.tools.csv;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares the snapshots of one item and says what must have happened between them.
 *
 * <p>What changed became visible at the later snapshot's time and is marked as polled; an item with
 * a done-at is done from that instant on whatever its state column says, marked as derived. The
 * first holder is assigned when the item was first seen with one; who held an item that is first
 * seen done got it at a time nobody knows, and nothing is said of that.
 */
final class SnapshotEvents {
    private static final Comparator<Snapshot> ORDER =
            Comparator.comparing(Snapshot::seenAt).thenComparing(Snapshot::row);

    private final String source;
    private final List<WorkEvent> events = new ArrayList<>();
    private Snapshot holderTold;

    SnapshotEvents(String source) {
        this.source = source;
    }

    /** The events of one item, in the order of time. */
    List<WorkEvent> of(List<Snapshot> snapshots) {
        List<Snapshot> ordered = snapshots.stream().sorted(ORDER).toList();
        created(ordered.get(0));
        Snapshot before = null;
        for (Snapshot now : ordered) {
            holder(now);
            state(before, now);
            before = now;
        }
        return events;
    }

    private void created(Snapshot first) {
        if (first.createdAt() == null) {
            return;
        }
        EventBuilder event = event("created", first.createdAt(), first, "");
        if (first.creator() != null) {
            event.actor(new Actor(first.creator(), null, null, null, null));
        }
        first.attributes().forEach(event::attribute);
        events.add(event.build());
    }

    private void holder(Snapshot now) {
        boolean nothingNew =
                holderTold == null
                        ? now.doneAt() != null || (now.owner() == null && now.group() == null)
                        : holderTold.sameHolder(now);
        if (nothingNew) {
            return;
        }
        holderTold = now;
        Instant at = now.seenAt();
        events.add(
                event("assigned", at, now, ":" + at)
                        .timeQuality("polled")
                        .holder(now.owner(), now.group())
                        .build());
    }

    private void state(Snapshot before, Snapshot now) {
        boolean unknown = now.state() == null && now.category() == null && now.doneAt() == null;
        if (unknown || (before != null && before.sameState(now))) {
            return;
        }
        boolean done = now.doneAt() != null;
        Instant at = done ? now.doneAt() : now.seenAt();
        events.add(
                event("state_changed", at, now, ":" + at)
                        .timeQuality(done ? "derived" : "polled")
                        .state(now.state(), done ? "done" : now.category())
                        .build());
    }

    private EventBuilder event(String verb, Instant at, Snapshot of, String suffix) {
        String id = source + ":" + of.type() + ":" + of.id() + ":" + verb + suffix;
        WorkObject object = new WorkObject(of.type(), of.id(), of.workType());
        return EventBuilder.of(source, of.type() + "." + verb, id, at, object)
                .sequence(events.size())
                .container(of.container());
    }
}
