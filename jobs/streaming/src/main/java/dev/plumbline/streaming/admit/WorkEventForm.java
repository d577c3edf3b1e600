package dev.plumbline.streaming.admit;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A work event field after field, in the order of its components. Not safe for several threads. */
final class WorkEventForm {

    private static final EventType[] TYPES = EventType.values();
    private static final ObjectType[] OBJECTS = ObjectType.values();
    private static final ActorKind[] KINDS = ActorKind.values();
    private static final StateCategory[] STATES = StateCategory.values();
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final Result[] RESULTS = Result.values();
    private static final int NONE = -1;

    private final Words words = new Words();

    Words words() {
        return words;
    }

    static ObjectType readObjectType(DataInputView in) throws IOException {
        return read(OBJECTS, in);
    }

    void write(WorkEvent event, DataOutputView out) throws IOException {
        words.write(event.org(), out);
        words.write(event.id(), out);
        write(event.type(), out);
        write(event.occurredAt(), out);
        out.writeLong(event.sequence());
        words.write(event.source(), out);
        words.write(event.container(), out);
        write(event.objectType(), out);
        words.write(event.objectId(), out);
        words.write(event.workType(), out);
        out.writeInt(event.links().size());
        for (Link link : event.links()) {
            words.write(link.rel(), out);
            write(link.type(), out);
            words.write(link.id(), out);
        }
        write(event.actor(), out);
        words.write(event.actorGroup(), out);
        words.write(event.actorFor(), out);
        write(event.ownerFrom(), out);
        write(event.ownerTo(), out);
        words.write(event.groupFrom(), out);
        words.write(event.groupTo(), out);
        write(event.stateFrom(), out);
        write(event.stateTo(), out);
        words.write(event.stateRaw(), out);
        write(event.verdict(), out);
        out.writeBoolean(event.draft());
        write(event.result(), out);
        words.write(event.environment(), out);
        words.write(event.epic(), out);
        words.write(event.waived(), out);
        out.writeBoolean(event.unplanned());
    }

    WorkEvent read(DataInputView in) throws IOException {
        return new WorkEvent(
                words.readKept(in),
                words.read(in),
                read(TYPES, in),
                readInstant(in),
                in.readLong(),
                words.readKept(in),
                words.readKept(in),
                read(OBJECTS, in),
                words.read(in),
                words.readKept(in),
                readLinks(in),
                readParty(in),
                words.readKept(in),
                words.readKept(in),
                readParty(in),
                readParty(in),
                words.readKept(in),
                words.readKept(in),
                read(STATES, in),
                read(STATES, in),
                words.readKept(in),
                read(VERDICTS, in),
                in.readBoolean(),
                read(RESULTS, in),
                words.readKept(in),
                words.readKept(in),
                words.readKept(in),
                in.readBoolean());
    }

    private List<Link> readLinks(DataInputView in) throws IOException {
        int size = in.readInt();
        if (size == 0) {
            return List.of();
        }
        List<Link> links = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            links.add(new Link(words.readKept(in), read(OBJECTS, in), words.read(in)));
        }
        return links;
    }

    private void write(Party party, DataOutputView out) throws IOException {
        write(party == null ? null : party.kind(), out);
        if (party != null) {
            words.write(party.account(), out);
            words.write(party.kindSource(), out);
        }
    }

    private Party readParty(DataInputView in) throws IOException {
        ActorKind kind = read(KINDS, in);
        return kind == null ? null : new Party(words.readKept(in), kind, words.readKept(in));
    }

    static void write(Instant at, DataOutputView out) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    static Instant readInstant(DataInputView in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    /** By its place: both ends of a running job are the same version. */
    @SuppressWarnings("EnumOrdinal")
    static void write(Enum<?> value, DataOutputView out) throws IOException {
        out.writeByte(value == null ? NONE : value.ordinal());
    }

    private static <E> E read(E[] values, DataInputView in) throws IOException {
        int ordinal = in.readByte();
        return ordinal == NONE ? null : values[ordinal];
    }
}
