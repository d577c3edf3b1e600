package dev.plumbline.connectors.kafka;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A message that is no work event, with its place in the topic. */
final class RejectedMessage {
    private static final int SHOWN_CHARACTERS = 2_000;
    private static final byte[] NOTHING = {};

    private RejectedMessage() {}

    /** Topic and partition, as in {@code plumbline.events-3}. */
    static String origin(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + "-" + message.partition();
    }

    /**
     * @param event what was decoded, {@code null} where nothing could be
     */
    static RejectedEvent of(
            ConsumerRecord<byte[], byte[]> message, WorkEvent event, String reason) {
        byte[] value = message.value() == null ? NOTHING : message.value();
        return RejectedEvent.newBuilder()
                .setOrg(event == null ? "default" : event.getOrg())
                .setOrigin(origin(message))
                .setPosition(message.offset())
                .setReason(reason)
                .setEventId(event == null ? null : event.getEventId())
                .setRaw(visible(value))
                .setRawBytes(value.length)
                .build();
    }

    private static String visible(byte[] value) {
        int shown = Math.min(value.length, SHOWN_CHARACTERS);
        return new String(value, 0, shown, StandardCharsets.UTF_8).replace('\0', '\u2400');
    }
}
