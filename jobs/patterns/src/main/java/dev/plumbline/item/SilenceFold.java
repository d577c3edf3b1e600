package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.SilentItem;
import dev.plumbline.stall.Standing;
import dev.plumbline.stall.Watch;
import dev.plumbline.stall.WatchRule;
import dev.plumbline.stall.WatchStep;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Gives the rule of silence what it needs to know of an item, and its pod what it has to hear. */
final class SilenceFold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;

    SilenceFold(Directory directory) {
        this.directory = directory;
    }

    /**
     * An event of the item itself.
     *
     * @param pod it is in now
     * @param finishedAs as what the event finished it, else null
     */
    WatchStep own(ItemTimeline after, WorkEvent event, String pod, StateCategory finishedAs) {
        Watch watch = after.oversight().watch();
        WorkCalendar waited = directory.calendarOf(watch == null ? pod : watch.pod());
        Standing standing = standing(after, pod);
        return WatchRule.next(watch, standing, finishedAs, event, event.occurredAt(), waited);
    }

    /** An event of an object linked to it. */
    WatchStep linked(ItemTimeline after, Heard heard) {
        Watch watch = after.oversight().watch();
        if (watch == null || !heard.event().isWork() || heard.isProofOnly()) {
            return new WatchStep(watch, null, null, null);
        }
        return WatchRule.next(
                watch,
                standing(after, watch.pod()),
                null,
                heard.event(),
                heard.knownAt(),
                directory.calendarOf(watch.pod()));
    }

    /** When the pod has to be told of a silence; null for never. */
    Instant wakeAt(Watch watch) {
        return watch == null || watch.told()
                ? null
                : watch.floorAt(directory.calendarOf(watch.pod()));
    }

    /** Time came to {@link #wakeAt}. */
    SilenceFact silent(ItemTimeline item, Watch watch) {
        return SilenceFact.silent(
                item.org(), watch.pod(), wakeAt(watch), item.step(), silentItem(item, watch));
    }

    /** What the pod has to hear of a silence that ended. */
    static List<SilenceFact> ended(ItemTimeline item, WatchStep step, Instant at, String event) {
        Watch ended = step.ended();
        if (ended == null || !ended.told()) {
            return List.of();
        }
        return List.of(
                SilenceFact.ended(
                        item.org(),
                        ended.pod(),
                        at,
                        item.step(),
                        silentItem(item, ended),
                        step.outcome(),
                        event));
    }

    private static SilentItem silentItem(ItemTimeline item, Watch watch) {
        return new SilentItem(
                watch.stratum(),
                item.id(),
                item.container(),
                watch.silentSince(),
                watch.lastEvent());
    }

    private static Standing standing(ItemTimeline item, String pod) {
        return new Standing(
                item.type(),
                item.progress().state(),
                item.progress().blocked(),
                Party.accountOf(item.owner()),
                Party.kindOf(item.owner()),
                item.handoffs().ownership().group(),
                pod);
    }
}
