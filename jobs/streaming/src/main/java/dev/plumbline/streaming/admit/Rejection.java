package dev.plumbline.streaming.admit;

/**
 * Something that arrived and is no work event.
 *
 * @param reason a stable word and a sentence
 * @param eventId where it could be read
 * @param raw the beginning of what arrived
 * @param rawBytes its length
 */
public record Rejection(
        String org,
        String origin,
        long position,
        String reason,
        String eventId,
        String raw,
        long rawBytes) {}
