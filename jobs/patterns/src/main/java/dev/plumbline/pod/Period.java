package dev.plumbline.pod;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;

/**
 * The window whose rows are made.
 *
 * @param asOf its end, or how far the clock has come
 * @param calendar of the pod
 */
record Period(Instant start, Instant asOf, WorkCalendar calendar) {}
