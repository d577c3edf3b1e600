package dev.plumbline.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A sign of life of a source: it told something of a container, to the minute.
 *
 * @param container project, repository or queue; empty for what a source tells of none
 * @param minute start of the minute in which it happened
 */
public record SourceBeat(String org, String source, String container, Instant minute) {

    private static final char SEPARATOR = '\u001f';

    /**
     * The sign of life in something that happened at an instant.
     *
     * @param container may be null
     */
    public static SourceBeat of(String org, String source, String container, Instant at) {
        String told = container == null ? "" : container;
        return new SourceBeat(org, source, told, at.truncatedTo(ChronoUnit.MINUTES));
    }

    /** The key: organisation, source and container. */
    public String key() {
        return org + SEPARATOR + source + SEPARATOR + container;
    }
}
