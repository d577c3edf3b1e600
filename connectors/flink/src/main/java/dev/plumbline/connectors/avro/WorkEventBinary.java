package dev.plumbline.connectors.avro;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A work event to and from Avro's binary form, field by field in the order of the schema. Avro's
 * own reader goes through the schema for every event and takes three times as long. Holds for one
 * version of the schema only, whose fingerprint it names; a test compares it with Avro's own.
 */
final class WorkEventBinary implements RecordForm<WorkEvent> {
    /** CRC-64-AVRO of the version of the schema that this class reads and writes. */
    static final long FINGERPRINT = 0x409B935A794B9D88L;

    private final AvroInput in = new AvroInput();
    private final AvroOutput out = new AvroOutput();

    /**
     * The event in these bytes.
     *
     * @throws IOException in one line, if they are none or there is more behind it
     */
    @Override
    public WorkEvent read(byte[] bytes, int offset, int length) throws IOException {
        in.reset(bytes, offset, length);
        WorkEvent event = new WorkEvent();
        event.setOrg(in.readString());
        event.setEventId(in.readString());
        event.setType(in.readString());
        event.setOccurredAt(in.readInstant());
        event.setSequence(in.readLong());
        event.setObservedAt(in.readOptionalInstant());
        event.setIngestedAt(in.readOptionalInstant());
        event.setTimeQuality(in.readOptionalString());
        event.setSource(in.readString());
        event.setContainer(in.readOptionalString());
        event.setObject(new WorkObject(in.readString(), in.readString(), in.readOptionalString()));
        event.setLinks(readLinks());
        event.setActor(in.readPresent() ? readActor() : null);
        event.setOwnerFrom(in.readOptionalString());
        event.setOwnerTo(in.readOptionalString());
        event.setGroupFrom(in.readOptionalString());
        event.setGroupTo(in.readOptionalString());
        event.setStateFrom(readState());
        event.setStateTo(readState());
        event.setVerdict(in.readOptionalString());
        event.setResult(in.readOptionalString());
        event.setEnvironment(in.readOptionalString());
        event.setAttributes(readAttributes());
        if (in.remaining() > 0) {
            throw new IOException("there is more after the record");
        }
        return event;
    }

    /** The bytes of the event, after those of the header. */
    @Override
    public byte[] write(byte[] header, WorkEvent event) {
        out.reset();
        out.writeRaw(header);
        out.writeString(event.getOrg());
        out.writeString(event.getEventId());
        out.writeString(event.getType());
        out.writeInstant(event.getOccurredAt());
        out.writeLong(event.getSequence());
        out.writeOptionalInstant(event.getObservedAt());
        out.writeOptionalInstant(event.getIngestedAt());
        out.writeOptionalString(event.getTimeQuality());
        out.writeString(event.getSource());
        out.writeOptionalString(event.getContainer());
        out.writeString(event.getObject().getType());
        out.writeString(event.getObject().getId());
        out.writeOptionalString(event.getObject().getWorkType());
        writeLinks(event.getLinks());
        writeActor(event.getActor());
        out.writeOptionalString(event.getOwnerFrom());
        out.writeOptionalString(event.getOwnerTo());
        out.writeOptionalString(event.getGroupFrom());
        out.writeOptionalString(event.getGroupTo());
        writeState(event.getStateFrom());
        writeState(event.getStateTo());
        out.writeOptionalString(event.getVerdict());
        out.writeOptionalString(event.getResult());
        out.writeOptionalString(event.getEnvironment());
        writeAttributes(event.getAttributes());
        return out.toByteArray();
    }

    private List<Link> readLinks() throws IOException {
        List<Link> links = new ArrayList<>(0);
        for (int block = in.readBlock(); block > 0; block = in.readBlock()) {
            for (int i = 0; i < block; i++) {
                links.add(new Link(in.readString(), in.readString(), in.readString()));
            }
        }
        return links;
    }

    private Actor readActor() throws IOException {
        return new Actor(
                in.readString(),
                in.readOptionalString(),
                in.readOptionalString(),
                in.readOptionalString(),
                in.readOptionalString());
    }

    private State readState() throws IOException {
        return in.readPresent()
                ? new State(in.readOptionalString(), in.readOptionalString())
                : null;
    }

    private Map<String, String> readAttributes() throws IOException {
        Map<String, String> attributes = new HashMap<>();
        for (int block = in.readBlock(); block > 0; block = in.readBlock()) {
            for (int i = 0; i < block; i++) {
                attributes.put(in.readString(), in.readString());
            }
        }
        return attributes;
    }

    private void writeLinks(List<Link> links) {
        if (!links.isEmpty()) {
            out.writeLong(links.size());
            for (Link link : links) {
                out.writeString(link.getRel());
                out.writeString(link.getType());
                out.writeString(link.getId());
            }
        }
        out.writeLong(0);
    }

    private void writeActor(Actor actor) {
        if (out.writePresent(actor != null)) {
            out.writeString(actor.getAccount());
            out.writeOptionalString(actor.getKind());
            out.writeOptionalString(actor.getGroup());
            out.writeOptionalString(actor.getOnBehalfOf());
            out.writeOptionalString(actor.getAgent());
        }
    }

    private void writeState(State state) {
        if (out.writePresent(state != null)) {
            out.writeOptionalString(state.getRaw());
            out.writeOptionalString(state.getCategory());
        }
    }

    private void writeAttributes(Map<String, String> attributes) {
        if (!attributes.isEmpty()) {
            out.writeLong(attributes.size());
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                out.writeString(attribute.getKey());
                out.writeString(attribute.getValue());
            }
        }
        out.writeLong(0);
    }
}
