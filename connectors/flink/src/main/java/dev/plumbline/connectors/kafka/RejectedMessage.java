package dev.plumbline.connectors.kafka;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.KeyLength;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.WorkEventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A message that is no work event, with its place in the topic. */
final class RejectedMessage {
    private static final byte[] NOTHING = {};

    private RejectedMessage() {}

    /** Topic and partition, as in {@code plumbline.events-3}. */
    static String origin(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + "-" + message.partition();
    }

    /** Bytes that are no event: shown as they came. */
    static RejectedEvent undecodable(ConsumerRecord<byte[], byte[]> message, String reason) {
        byte[] value = message.value() == null ? NOTHING : message.value();
        return Rejection.of(
                origin(message), message.offset(), new RejectedLine(reason), value, value.length);
    }

    /** An event that breaks a rule: shown in its JSON form. */
    static RejectedEvent of(
            ConsumerRecord<byte[], byte[]> message, WorkEvent event, String reason) {
        RejectedEvent rejected =
                Rejection.of(
                        origin(message),
                        message.offset(),
                        new RejectedLine(reason),
                        WorkEventJson.write(event),
                        message.value().length);
        if (KeyLength.fitsOrganisation(event.getOrg())) {
            rejected.setOrg(event.getOrg());
        }
        rejected.setEventId(event.getEventId());
        return rejected;
    }
}
