package dev.plumbline.connectors;

/** What the tests' jobs make of an arrival: flat, so that no Kryo is needed. */
public record Arrival(
        String eventId, String reason, long occurredAtMillis, String origin, long position) {
    public boolean rejected() {
        return reason != null;
    }

    /** Place and content in one line. */
    public String line() {
        return origin + ":" + position + " " + (rejected() ? reason : eventId);
    }
}
