package dev.plumbline.streaming.admit;

import dev.plumbline.work.Via;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * An event between two operators of a running job: field after field, without the reflection and
 * the null masks of Flink's records, and with words that repeat in one copy. Never in a checkpoint;
 * what is remembered is in Flink's own form, which can evolve.
 */
public final class RoutedEventSerializer extends TypeSerializer<RoutedEvent> {

    private static final long serialVersionUID = 1L;

    private transient WorkEventForm form;

    @Override
    public void serialize(RoutedEvent routed, DataOutputView out) throws IOException {
        Words words = form().words();
        words.write(routed.key(), out);
        WorkEventForm.write(routed.targetType(), out);
        words.write(routed.targetId(), out);
        out.writeBoolean(routed.own());
        form.write(routed.event(), out);
        out.writeBoolean(routed.via() != null);
        if (routed.via() != null) {
            WorkEventForm.write(routed.via().type(), out);
            words.write(routed.via().id(), out);
            out.writeBoolean(routed.via().mergeCommit());
        }
        WorkEventForm.write(routed.knownAt(), out);
    }

    @Override
    public RoutedEvent deserialize(DataInputView in) throws IOException {
        Words words = form().words();
        return new RoutedEvent(
                words.read(in),
                WorkEventForm.readObjectType(in),
                words.read(in),
                in.readBoolean(),
                form.read(in),
                in.readBoolean() ? readVia(in) : null,
                WorkEventForm.readInstant(in));
    }

    private Via readVia(DataInputView in) throws IOException {
        return new Via(WorkEventForm.readObjectType(in), form.words().read(in), in.readBoolean());
    }

    private WorkEventForm form() {
        if (form == null) {
            form = new WorkEventForm();
        }
        return form;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<RoutedEvent> duplicate() {
        return new RoutedEventSerializer();
    }

    @Override
    public RoutedEvent createInstance() {
        return null;
    }

    @Override
    public RoutedEvent copy(RoutedEvent from) {
        return from;
    }

    @Override
    public RoutedEvent copy(RoutedEvent from, RoutedEvent reuse) {
        return from;
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public RoutedEvent deserialize(RoutedEvent reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutedEventSerializer;
    }

    @Override
    public int hashCode() {
        return RoutedEventSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<RoutedEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** There is one form; it never outlives a job. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RoutedEvent> {

        public Snapshot() {
            super(RoutedEventSerializer::new);
        }
    }
}
