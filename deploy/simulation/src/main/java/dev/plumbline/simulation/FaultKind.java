package dev.plumbline.simulation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can go wrong in the simulated organisation. */
public enum FaultKind {
    /** An item shows no more work and nobody says so. */
    SILENT_STALL,
    /** An item shows no more work, but somebody said that it is blocked. */
    DECLARED_STOP,
    /** A ticket is set to done without any independent evidence. */
    FALSE_DONE,
    /** A ticket is done and something speaks against it. */
    CONTRADICTED_DONE,
    /** All changes of a ticket are merged and nobody sets it to done. */
    STUCK_AFTER_REALITY,
    /** Everything takes longer by a factor from one day to the next. */
    SLOWDOWN_STEP,
    /** Everything takes longer, week by week. */
    SLOWDOWN_RAMP,
    /** Nobody of the pod does anything for a time. */
    FULL_STOP,
    /** A share of the items rests for a time. */
    PARTIAL_STOP,
    /** Tickets go to and fro between two owners. */
    BOUNCING,
    /** A member stops acting and is a member still. */
    DISENGAGEMENT,
    /** The events of a container are lost for a time. */
    SOURCE_OUTAGE;

    private static final Set<FaultKind> OF_AN_ITEM =
            EnumSet.range(SILENT_STALL, STUCK_AFTER_REALITY);

    /** The word in the truth file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it happens to one ticket; the others happen to a whole pod. */
    public boolean ofAnItem() {
        return OF_AN_ITEM.contains(this);
    }
}
