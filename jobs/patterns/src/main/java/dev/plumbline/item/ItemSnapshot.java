package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.flow.Progress;
import dev.plumbline.handoff.Ownership;
import dev.plumbline.handoff.Succession;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.Party;
import java.time.Duration;
import java.time.Instant;

/**
 * An item as it is published.
 *
 * @param timeline what is known of it
 * @param pod its pod at its last own event
 * @param cycleElapsedSeconds first entry into in-progress to last done, null while not done
 * @param leadElapsedSeconds created to last done, null while not done or the creation was not seen
 * @param pingPongSeconds first to last bounce of its owners or its groups, the longer; null without
 *     ping-pong
 */
public record ItemSnapshot(
        ItemTimeline timeline,
        String pod,
        Long cycleElapsedSeconds,
        Long cycleWorkingSeconds,
        Long leadElapsedSeconds,
        Long leadWorkingSeconds,
        Long pingPongSeconds) {

    /** The item as of its last own event; it must be listed. */
    public static ItemSnapshot of(ItemTimeline timeline, Directory directory) {
        String pod = pod(timeline, directory, timeline.lastOwnEventAt());
        WorkCalendar calendar = directory.calendarOf(pod);
        Progress progress = timeline.progress();
        Instant start = progress.firstActiveAt();
        Instant created = timeline.createdAt();
        Instant done = progress.doneAt();
        return new ItemSnapshot(
                timeline,
                pod,
                elapsed(start, done),
                working(start, done, calendar),
                elapsed(created, done),
                working(created, done, calendar),
                pingPong(timeline.handoffs().ownership()));
    }

    /** The pod of an item at that instant: of its owner, its group or its container. */
    public static String pod(ItemTimeline timeline, Directory directory, Instant at) {
        return pod(timeline, directory, timeline.container(), at);
    }

    static String pod(ItemTimeline timeline, Directory directory, String container, Instant at) {
        Ownership ownership = timeline.handoffs().ownership();
        String owner = Party.accountOf(ownership.owner());
        return directory.podOf(owner, ownership.group(), container, at);
    }

    private static Long elapsed(Instant from, Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toSeconds();
    }

    private static Long working(Instant from, Instant to, WorkCalendar calendar) {
        return from == null || to == null ? null : calendar.workingSeconds(from, to);
    }

    private static Long pingPong(Ownership ownership) {
        Succession owners = ownership.owners();
        Succession groups = ownership.groups();
        if (!owners.isPingPong() && !groups.isPingPong()) {
            return null;
        }
        return Math.max(owners.pingPongSeconds(), groups.pingPongSeconds());
    }
}
