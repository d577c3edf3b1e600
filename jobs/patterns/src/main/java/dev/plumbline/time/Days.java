package dev.plumbline.time;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Calendar days of a zone, counted from the epoch. Neighbours in time share a day, so the last one
 * is kept. Not safe for several threads.
 */
public final class Days implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private transient Instant recentStart;
    private transient Instant recentEnd;
    private transient long recent;

    public Days(ZoneId zone) {
        this.zone = zone;
    }

    /** The day of that instant. */
    public long of(Instant at) {
        if (recentStart == null || at.isBefore(recentStart) || !at.isBefore(recentEnd)) {
            recent = LocalDate.ofInstant(at, zone).toEpochDay();
            recentStart = start(recent);
            recentEnd = start(recent + 1);
        }
        return recent;
    }

    /** The first instant of that day, the last of the day before. */
    public Instant start(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
    }
}
