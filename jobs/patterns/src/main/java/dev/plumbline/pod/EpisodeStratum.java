package dev.plumbline.pod;

import dev.plumbline.drift.Stratum;
import dev.plumbline.time.Days;
import dev.plumbline.work.ObjectType;
import java.time.Instant;

/** Which stratum the episodes that a fact begins or completes belong to. */
final class EpisodeStratum {

    private static final long DAYS_OF_A_WEEK = 7;

    /** The day of the epoch was a Thursday. */
    private static final long MONDAY_BEFORE_EPOCH = 3;

    private static final String CHANGES = ObjectType.CHANGE.word() + ":";

    private EpisodeStratum() {}

    /**
     * Of an item. A change of which nobody tells the type is told apart from other unknown work. No
     * tool tells sizes as yet.
     *
     * @param began null where that was not seen
     */
    static Stratum of(PodFact fact, Instant began, Days days) {
        WorkCategory category =
                fact.finished() == null ? fact.category() : fact.finished().category();
        String told = category == null ? null : category.workType();
        boolean change = told == null && fact.item().startsWith(CHANGES);
        String workType = change ? ObjectType.CHANGE.word() : told;
        return Stratum.of(workType, null, began == null ? 0 : weekday(days.of(began)));
    }

    /** 1 for Monday. */
    private static int weekday(long day) {
        return (int) Math.floorMod(day + MONDAY_BEFORE_EPOCH, DAYS_OF_A_WEEK) + 1;
    }
}
