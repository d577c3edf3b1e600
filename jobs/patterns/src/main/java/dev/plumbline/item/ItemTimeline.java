package dev.plumbline.item;

import dev.plumbline.flow.Progress;
import dev.plumbline.handoff.HandoffBook;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import java.time.Instant;
import java.util.List;

/**
 * What is remembered of an item: its episodes so far, not its events. Forgotten when a finished
 * item has been silent for so long that nobody will touch it again.
 *
 * @param container last one named; may be null
 * @param createdAt null where its creation was not seen
 * @param lastEventAt of any event, own or linked
 * @param lastOwnEventAt of its own events; its pod is looked up then. Null before
 * @param lastActivityAt of work on it or on what is linked to it; null before
 * @param eventCount events of its own, each counted once
 * @param step events folded, linked ones included: orders its facts
 * @param actors accounts that acted on it, services left out, sorted
 * @param placement where it counts as in progress; null where it does not
 * @param doneIn where its last entry into done counted; null where there was none or it was taken
 *     back
 * @param oversight what tells its silence and false words
 * @param flow what the metrics of its flow need beside its progress
 */
public record ItemTimeline(
        String org,
        ObjectType type,
        String id,
        String container,
        String workType,
        Instant createdAt,
        Instant lastEventAt,
        Instant lastOwnEventAt,
        Instant lastActivityAt,
        int eventCount,
        long step,
        HandoffBook handoffs,
        Progress progress,
        List<String> actors,
        Placement placement,
        Placement doneIn,
        Oversight oversight,
        FlowMemory flow,
        SeenEvents seen) {

    static ItemTimeline starting(String org, ObjectType type, String id) {
        return new ItemTimeline(
                org,
                type,
                id,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                HandoffBook.EMPTY,
                Progress.NONE,
                List.of(),
                null,
                null,
                Oversight.NONE,
                FlowMemory.NONE,
                SeenEvents.NONE);
    }

    /** Having heard, as of that instant, of what is no event of its own and no work on it. */
    ItemTimeline having(String heard, Instant at, FlowMemory next) {
        return new ItemTimeline(
                org,
                type,
                id,
                container,
                workType,
                createdAt,
                lastEventAt == null || at.isAfter(lastEventAt) ? at : lastEventAt,
                lastOwnEventAt,
                lastActivityAt,
                eventCount,
                step + 1,
                handoffs,
                progress,
                actors,
                placement,
                doneIn,
                oversight,
                next,
                seen.with(heard));
    }

    ItemTimeline with(Oversight next) {
        return new ItemTimeline(
                org,
                type,
                id,
                container,
                workType,
                createdAt,
                lastEventAt,
                lastOwnEventAt,
                lastActivityAt,
                eventCount,
                step,
                handoffs,
                progress,
                actors,
                placement,
                doneIn,
                next,
                flow,
                seen);
    }

    /** An item is listed once it has an event of its own. */
    public boolean isListed() {
        return eventCount > 0;
    }

    public Party owner() {
        return handoffs.ownership().owner();
    }

    /** Type and id, unique per organisation. */
    public String key() {
        return type.word() + ":" + id;
    }
}
