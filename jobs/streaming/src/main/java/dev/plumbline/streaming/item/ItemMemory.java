package dev.plumbline.streaming.item;

import dev.plumbline.item.ItemTimeline;

/**
 * What the operator remembers of an item.
 *
 * @param publishAt event time at which it is published next, {@link #NOT_DUE} when it is up to date
 * @param forgetTimerAt event time of the forget timer that is set, {@link #NOT_DUE} for none
 * @param wakeTimerAt event time of the earliest timer that is set for what time alone changes,
 *     {@link #NOT_DUE} for none
 */
public record ItemMemory(
        ItemTimeline timeline, long publishAt, long forgetTimerAt, long wakeTimerAt) {

    /** No such timer is set. */
    public static final long NOT_DUE = Long.MIN_VALUE;

    static ItemMemory of(ItemTimeline timeline) {
        return new ItemMemory(timeline, NOT_DUE, NOT_DUE, NOT_DUE);
    }

    ItemMemory with(ItemTimeline next) {
        return new ItemMemory(next, publishAt, forgetTimerAt, wakeTimerAt);
    }

    ItemMemory publishingAt(long atMillis) {
        return new ItemMemory(timeline, atMillis, forgetTimerAt, wakeTimerAt);
    }

    ItemMemory forgettingAt(long atMillis) {
        return new ItemMemory(timeline, publishAt, atMillis, wakeTimerAt);
    }

    ItemMemory wakingAt(long atMillis) {
        return new ItemMemory(timeline, publishAt, forgetTimerAt, atMillis);
    }
}
