package dev.plumbline.streaming.source;

import dev.plumbline.source.SourceBeat;
import java.time.Instant;
import java.util.List;

/**
 * The signs of life of one source that were heard between two watermarks: one record instead of one
 * per event.
 *
 * @param container project, repository or queue; empty for what a source tells of none
 * @param minutes in which it told something, as milliseconds of the epoch at their start; in any
 *     order, at least one
 */
public record HeardMinutes(String org, String source, String container, List<Long> minutes) {

    private static final char SEPARATOR = '\u001f';

    /** The key: organisation, source and container. */
    public String key() {
        return org + SEPARATOR + source + SEPARATOR + container;
    }

    /** The sign of life in the minute that begins then. */
    SourceBeat in(long minute) {
        return SourceBeat.of(org, source, container, Instant.ofEpochMilli(minute));
    }
}
