package dev.plumbline.source;

import java.time.Instant;

/**
 * What the store says of a source.
 *
 * @param container empty for what the source tells of no container
 * @param minutesHeard minutes in which it was heard
 * @param expectedGapSeconds how long a gap is expected to be at most; null while it is learned
 * @param clock on which that is measured; null while it is learned
 * @param silentSince minute of the last event before the silence that lasts; null for none
 * @param asOf up to when this is known
 */
public record SourceHealth(
        String org,
        String source,
        String container,
        SourceState state,
        Instant firstEventAt,
        Instant lastEventAt,
        long minutesHeard,
        Long expectedGapSeconds,
        GapClock clock,
        Instant silentSince,
        Instant asOf) {

    private static final long MINUTE_SECONDS = 60;

    /** The health of a source that was heard at least once. */
    public static SourceHealth of(SourceHistory history, Instant asOf) {
        Expectation expectation = history.expectation();
        return new SourceHealth(
                history.org(),
                history.source(),
                history.container(),
                history.state(),
                history.firstAt(),
                history.lastAt(),
                history.minutesHeard(),
                expectation == null ? null : expectation.minutes() * MINUTE_SECONDS,
                expectation == null ? null : expectation.clock(),
                history.silence() == null ? null : history.silence().since(),
                asOf);
    }
}
