package dev.plumbline.stall;

import java.time.Instant;
import java.util.Comparator;

/**
 * What an item tells its pod: that it has been silent for longer than its floor, and how such a
 * silence ended.
 *
 * @param at when the floor was reached, or when the end was known
 * @param step position of the fact among those of the item
 * @param outcome {@code OPEN} where the silence is told, else how it ended
 * @param endingEvent null where the silence is told
 */
public record SilenceFact(
        String org,
        String pod,
        Instant at,
        long step,
        SilentItem item,
        StallOutcome outcome,
        String endingEvent) {

    /** The order in which a pod folds facts, whatever order they came in. */
    public static final Comparator<SilenceFact> FOLD_ORDER =
            Comparator.comparing(SilenceFact::at)
                    .thenComparing(fact -> fact.item().key())
                    .thenComparingLong(SilenceFact::step);

    public static SilenceFact silent(
            String org, String pod, Instant at, long step, SilentItem item) {
        return new SilenceFact(org, pod, at, step, item, StallOutcome.OPEN, null);
    }

    public static SilenceFact ended(
            String org,
            String pod,
            Instant at,
            long step,
            SilentItem item,
            StallOutcome outcome,
            String endingEvent) {
        return new SilenceFact(org, pod, at, step, item, outcome, endingEvent);
    }
}
