package dev.plumbline.source;

import java.time.Instant;

/**
 * One silence of a source, told when it is detected and again when it ends.
 *
 * @param container empty for what the source tells of no container
 * @param since minute of the last event before it
 * @param detectedAt when it had lasted longer than expected
 * @param endedAt null while it lasts
 * @param clock on which it was measured
 * @param expectedGapSeconds how long a gap was expected to be at most
 */
public record SilentSource(
        String org,
        String source,
        String container,
        Instant since,
        Instant detectedAt,
        Instant endedAt,
        SilenceOutcome outcome,
        GapClock clock,
        long expectedGapSeconds) {

    /** The finding's kind. */
    public static final String KIND = "source_silence";

    /** What is silent: source and container. */
    public String objectId() {
        return source + "/" + container;
    }

    /** The same silence has the same id whenever it is told. */
    public String id() {
        return KIND + ":" + objectId() + "@" + since;
    }

    /** How late in event time it was decided. */
    public Instant decidedAt() {
        return endedAt == null ? detectedAt : endedAt;
    }

    /**
     * Whether it keeps a container from being seen. A source that is silent altogether (its own
     * heartbeats are of no container) is silent for all its containers, which bear its name.
     */
    public boolean hides(String seenContainer) {
        return container.isEmpty()
                ? seenContainer.startsWith(source + ":")
                : container.equals(seenContainer);
    }

    SilentSource ended(Instant at, SilenceOutcome how) {
        Instant end = at.isBefore(detectedAt) ? detectedAt : at;
        return new SilentSource(
                org, source, container, since, detectedAt, end, how, clock, expectedGapSeconds);
    }
}
