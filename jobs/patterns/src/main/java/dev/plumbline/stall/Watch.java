package dev.plumbline.stall;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;

/**
 * An item somebody should be working on: what it remembers until the next sign of work.
 *
 * @param stratum which gaps this silence is compared with
 * @param pod whose silence it is
 * @param silentSince the last sign of work, or when the watch began
 * @param lastEvent the event of that instant
 * @param told whether the pod has been told, see {@link #floorAt}
 */
public record Watch(
        Stratum stratum, String pod, Instant silentSince, String lastEvent, boolean told) {

    /** When the silence is long enough to tell the pod: before, it is no stall whatever happens. */
    public Instant floorAt(WorkCalendar calendar) {
        Patience patience = Patience.of(stratum);
        return patience.after(silentSince, patience.floorMillis(), calendar);
    }

    /** The pod has been told. */
    public Watch afterTelling() {
        return new Watch(stratum, pod, silentSince, lastEvent, true);
    }
}
