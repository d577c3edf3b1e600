package dev.plumbline.source;

import java.time.Instant;

/**
 * What is remembered of a source. Bounded by the weeks kept.
 *
 * @param firstAt first minute heard; null before it
 * @param lastAt last minute heard; null before the first
 * @param minutesHeard minutes in which it was heard
 * @param weeks what it taught
 * @param expectation null while too little is known
 * @param silence the silence that lasts; null while there is none
 */
public record SourceHistory(
        String org,
        String source,
        String container,
        Instant firstAt,
        Instant lastAt,
        long minutesHeard,
        HeardWeeks weeks,
        Expectation expectation,
        SilentSource silence) {

    static SourceHistory starting(String org, String source, String container) {
        return new SourceHistory(
                org, source, container, null, null, 0, HeardWeeks.none(), null, null);
    }

    /** The same source, with nothing known of it. */
    public SourceHistory anew() {
        return starting(org, source, container);
    }

    public SourceState state() {
        if (silence != null) {
            return SourceState.SILENT;
        }
        return expectation == null ? SourceState.LEARNING : SourceState.HEARD;
    }

    SourceHistory heard(Instant minute, HeardWeeks taught, Expectation expected) {
        return new SourceHistory(
                org,
                source,
                container,
                firstAt == null ? minute : firstAt,
                minute,
                minutesHeard + 1,
                taught,
                expected,
                null);
    }

    SourceHistory silent(SilentSource next) {
        return new SourceHistory(
                org, source, container, firstAt, lastAt, minutesHeard, weeks, expectation, next);
    }
}
