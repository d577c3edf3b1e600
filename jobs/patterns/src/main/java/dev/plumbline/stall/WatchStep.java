package dev.plumbline.stall;

/**
 * What one event did to the watch over an item.
 *
 * @param watch from now on; null where nobody is expected
 * @param completed the gap that is over with a sign of work; null where there was none
 * @param ended the silence that is over; null where it goes on or there was none. The pod must hear
 *     of it if it was told of the silence.
 * @param outcome how it ended, null where none did
 */
public record WatchStep(Watch watch, CompletedGap completed, Watch ended, StallOutcome outcome) {}
