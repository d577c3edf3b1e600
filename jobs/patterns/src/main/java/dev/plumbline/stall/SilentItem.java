package dev.plumbline.stall;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;

/**
 * An item that has been silent for longer than its floor, as its pod knows it.
 *
 * @param container may be null
 * @param silentSince last sign of work, or when the watch began
 * @param lastEvent the event of that instant
 */
public record SilentItem(
        Stratum stratum, String objectId, String container, Instant silentSince, String lastEvent) {

    /** Type and id of the item. */
    public String key() {
        return stratum.objectType().word() + ':' + objectId;
    }

    /** Effective milliseconds of silence up to that instant. */
    long silentMillis(Instant at, WorkCalendar calendar) {
        return Patience.of(stratum).silentMillis(silentSince, at, calendar);
    }

    /** When the silence will have lasted so long. */
    Instant silentFor(long effectiveMillis, WorkCalendar calendar) {
        return Patience.of(stratum).after(silentSince, effectiveMillis, calendar);
    }
}
