package dev.plumbline.standalone.kafka;

import dev.plumbline.connectors.kafka.AvroForm;
import dev.plumbline.schema.Handoff;
import java.time.Instant;

/** Writes the id of an event as a handoff: enough to look at a topic. */
final class HandoffForm implements AvroForm<Arrived, Handoff> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<Handoff> type() {
        return Handoff.class;
    }

    @Override
    public Handoff value(Arrived arrived) {
        return Handoff.newBuilder()
                .setOrg("acme")
                .setHandoffId(arrived.eventId())
                .setObjectType("work_item")
                .setObjectId("PAY-1")
                .setKind("dispatch")
                .setMode("push")
                .setOpenedAt(Instant.ofEpochMilli(arrived.millis()))
                .setOutcome("open")
                .setOpenedByEvent(arrived.eventId())
                .build();
    }

    @Override
    public String key(Arrived arrived) {
        return "acme/" + arrived.eventId();
    }
}
