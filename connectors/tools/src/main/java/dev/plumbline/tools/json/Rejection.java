package dev.plumbline.tools.json;

import dev.plumbline.schema.RejectedEvent;

/** Builds the record of something that arrived and is no work event. */
public final class Rejection {
    private Rejection() {}

    /**
     * The record of bytes that are no event.
     *
     * @param origin where from: the file as the user named it, or topic and partition
     * @param position line in the file or offset in the partition
     * @param bytes what arrived, or at least its beginning
     * @param totalBytes length of all that arrived
     */
    public static RejectedEvent of(
            String origin, long position, RejectedLine why, byte[] bytes, long totalBytes) {
        return of(origin, position, why, Raw.of(bytes, 0, bytes.length), totalBytes);
    }

    /** As above, where what arrived is text. */
    public static RejectedEvent of(
            String origin, long position, RejectedLine why, String raw, long totalBytes) {
        RejectedEvent rejected = new RejectedEvent();
        rejected.setOrg(KeyLength.fitsOrganisation(why.org()) ? why.org() : "default");
        rejected.setOrigin(Raw.of(origin));
        rejected.setPosition(position);
        rejected.setReason(why.reason());
        rejected.setEventId(why.eventId());
        rejected.setRaw(Raw.of(raw));
        rejected.setRawBytes(totalBytes);
        return rejected;
    }
}
