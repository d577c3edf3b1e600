package dev.plumbline.streaming.publish;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.streaming.admit.Rejection;

/** What was no work event, as it is stored. */
final class RejectedForm implements Revised<Rejection, RejectedEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<RejectedEvent> type() {
        return RejectedEvent.class;
    }

    @Override
    public String key(Rejection rejection) {
        return rejection.origin() + ":" + rejection.position();
    }

    /** A line is rejected once and for all. */
    @Override
    public long revision(Rejection rejection) {
        return 0;
    }

    @Override
    public RejectedEvent value(Rejection rejection) {
        return RejectedEvent.newBuilder()
                .setOrg(rejection.org())
                .setOrigin(rejection.origin())
                .setPosition(rejection.position())
                .setReason(rejection.reason())
                .setEventId(rejection.eventId())
                .setRaw(rejection.raw())
                .setRawBytes(rejection.rawBytes())
                .build();
    }
}
