package dev.plumbline.tools.json;

/**
 * A line that is no work event. The reason is a stable word, a colon and one sentence, for example
 * {@code missing_field: event_id is required}. Carries no stack trace: a file may hold a million.
 */
public final class RejectedLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final String org;
    private final String eventId;

    public RejectedLine(String reason) {
        this(reason, null, null);
    }

    RejectedLine(String reason, String org, String eventId) {
        super(reason, null, false, false);
        this.org = org;
        this.eventId = eventId;
    }

    public String reason() {
        return getMessage();
    }

    /** The tenant, or null where it could not be read. */
    public String org() {
        return org;
    }

    /** The id of the event, or null where it could not be read. */
    public String eventId() {
        return eventId;
    }
}
