package dev.plumbline.connectors;

/** An arrival with the time that Flink knows of it. */
public record Stamped(String eventId, String reason, long timestampMillis, long watermarkMillis) {}
