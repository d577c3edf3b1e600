package dev.plumbline.streaming.item;

import dev.plumbline.item.ItemTimeline;

/**
 * What the operator remembers of an item.
 *
 * @param publishAt event time at which it is published next, {@link #NOT_DUE} when it is up to date
 * @param forgetTimerAt event time of the forget timer that is set, {@link #NOT_DUE} for none
 */
public record ItemMemory(ItemTimeline timeline, long publishAt, long forgetTimerAt) {

    /** No such timer is set. */
    public static final long NOT_DUE = Long.MIN_VALUE;

    ItemMemory with(ItemTimeline next) {
        return new ItemMemory(next, publishAt, forgetTimerAt);
    }

    ItemMemory publishingAt(long atMillis) {
        return new ItemMemory(timeline, atMillis, forgetTimerAt);
    }

    ItemMemory forgettingAt(long atMillis) {
        return new ItemMemory(timeline, publishAt, atMillis);
    }
}
