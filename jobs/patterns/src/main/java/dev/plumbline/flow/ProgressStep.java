package dev.plumbline.flow;

import dev.plumbline.work.StateCategory;

/**
 * What one event did to the progress of an item.
 *
 * @param finishedAs {@code DONE} or {@code CANCELLED} where the item entered it with this event,
 *     else null
 * @param movedBack it went back: out of done or cancelled, or from review to active
 * @param reopenedSoon it left done within 14 days of entering it
 */
public record ProgressStep(
        Progress progress, StateCategory finishedAs, boolean movedBack, boolean reopenedSoon) {}
