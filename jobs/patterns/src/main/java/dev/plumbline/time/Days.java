package dev.plumbline.time;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of {@link Windows}, counted from the epoch. Neighbours in time share a day, so the last
 * one is kept. Not safe for several threads.
 */
public final class Days implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Windows windows;
    private transient Instant recentStart;
    private transient Instant recentEnd;
    private transient long recent;

    public Days(ZoneId zone) {
        this.windows = new Windows(zone);
    }

    /** The day of that instant. */
    public long of(Instant at) {
        if (recentStart == null || at.isBefore(recentStart) || !at.isBefore(recentEnd)) {
            LocalDate date = windows.dayOf(at);
            recent = date.toEpochDay();
            recentStart = windows.startOfDay(date);
            recentEnd = windows.startOfDay(date.plusDays(1));
        }
        return recent;
    }

    /** The first instant of that day, the last of the day before. */
    public Instant start(long day) {
        if (recentStart != null && day == recent) {
            return recentStart;
        }
        if (recentStart != null && day == recent + 1) {
            return recentEnd;
        }
        return windows.startOfDay(LocalDate.ofEpochDay(day));
    }
}
