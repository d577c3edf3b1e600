package dev.plumbline.directory;

import java.time.LocalDate;

/**
 * An account's stay in a pod, in whole local days of the organisation's zone.
 *
 * @param from first day, null for ever since
 * @param to last day, inclusive, null for until further notice
 */
public record Member(String account, LocalDate from, LocalDate to) {
    /** Whether both stays share a day. */
    boolean overlaps(Member other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Member other) {
        return from == null || other.to == null || !from.isAfter(other.to);
    }
}
