package dev.plumbline.connectors.avro;

import static dev.plumbline.connectors.Events.complete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.connectors.Events;
import dev.plumbline.schema.Handoff;
import dev.plumbline.schema.Item;
import dev.plumbline.schema.PodMetric;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class SingleObjectTest {
    private final SingleObject<WorkEvent> workEvents = SingleObject.of(WorkEvent.class);

    @Test
    void givesBackEveryFieldOfAnEvent() {
        assertThat(workEvents.decode(workEvents.encode(complete())).value()).isEqualTo(complete());
    }

    @Test
    void writesTheSameBytesAsAvrosOwnEncoder() throws IOException {
        assertThat(workEvents.encode(complete()))
                .isEqualTo(WorkEvent.getEncoder().encode(complete()).array());
    }

    @Test
    void startsWithTheMarkerAndTheFingerprint() {
        byte[] message = workEvents.encode(complete());

        assertThat(message).startsWith(0xC3, 0x01);
    }

    @Test
    void saysThatAnEmptyOrMissingValueIsEmpty() {
        assertThat(workEvents.decode(null).problem()).startsWith("empty_value: ");
        assertThat(workEvents.decode(new byte[0]).problem()).startsWith("empty_value: ");
    }

    @Test
    void saysThatJsonIsNoSingleObject() {
        byte[] json = "{\"event_id\": \"1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(workEvents.decode(json).problem()).startsWith("not_single_object: ");
        assertThat(workEvents.decode(new byte[] {(byte) 0xC3, 1, 7}).problem())
                .startsWith("not_single_object: ");
    }

    @Test
    void namesTheFingerprintThatNobodyKnows() {
        byte[] message = workEvents.encode(complete());
        Arrays.fill(message, 2, 10, (byte) 0);
        message[2] = (byte) 0xAB;

        assertThat(workEvents.decode(message).problem())
                .isEqualTo(
                        "unknown_schema_fingerprint: no known version of the schema has"
                                + " 00000000000000ab");
    }

    @Test
    void refusesARecordOfAnotherType() {
        RejectedEvent other =
                RejectedEvent.newBuilder()
                        .setOrigin("a.ndjson")
                        .setPosition(1)
                        .setReason("not_json: x")
                        .setRaw("x")
                        .setRawBytes(1)
                        .build();

        assertThat(workEvents.decode(SingleObject.of(RejectedEvent.class).encode(other)).problem())
                .startsWith("unknown_schema_fingerprint: ");
    }

    @Test
    void refusesEveryTruncation() {
        byte[] message = workEvents.encode(complete());

        for (int length = 10; length < message.length; length++) {
            assertThat(workEvents.decode(Arrays.copyOf(message, length)).problem())
                    .as("first %d bytes", length)
                    .startsWith("undecodable_avro: ");
        }
    }

    @Test
    void refusesWhatStandsBehindTheRecord() {
        byte[] message = workEvents.encode(complete());

        assertThat(workEvents.decode(Arrays.copyOf(message, message.length + 1)).problem())
                .isEqualTo("undecodable_avro: there is more after the record");
    }

    @Test
    void survivesAnyBytesAndReadsTheNextEventAfterThem() {
        long seed = 20261120;
        Random random = new Random(seed);
        byte[] whole = workEvents.encode(complete());
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                broken[10 + random.nextInt(broken.length - 10)] = (byte) random.nextInt(256);
            }
            Decoded<WorkEvent> decoded = workEvents.decode(broken);
            assertThat(decoded.isValue() ? decoded.value() : decoded.problem())
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
        assertThat(workEvents.decode(whole).value()).isEqualTo(complete());
    }

    @Test
    void knowsTheFirstVersionOfEveryRecord() {
        List<Schema> records =
                List.of(
                        WorkEvent.getClassSchema(),
                        RejectedEvent.getClassSchema(),
                        Item.getClassSchema(),
                        Handoff.getClassSchema(),
                        PodMetric.getClassSchema());

        for (Schema record : records) {
            assertThat(SchemaHistory.of(record)).as(record.getName()).hasSizeGreaterThan(1);
        }
    }

    @Test
    @SuppressWarnings("unchecked") // a writer of any datum
    void readsWhatWasWrittenBeforeAFieldWasAdded() throws IOException {
        Schema current = WorkEvent.getClassSchema();
        Schema older = Schema.createRecord("WorkEvent", "", "dev.plumbline.schema", false);
        older.setFields(
                current.getFields().stream()
                        .filter(field -> !field.name().equals("environment"))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
        GenericRecord written = new GenericData.Record(older);
        older.getFields().forEach(field -> written.put(field.name(), complete().get(field.name())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        SpecificData model = SpecificData.getForClass(WorkEvent.class);
        ((DatumWriter<Object>) model.createDatumWriter(older)).write(written, encoder);

        RecordForm<WorkEvent> form = new SchemaForm<>(model, older, current);
        WorkEvent read = form.read(bytes.toByteArray(), 0, bytes.size());

        WorkEvent expected = complete();
        expected.setEnvironment(null);
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void keepsEventsApartAlthoughBuffersAreUsedAgain() {
        byte[] first = workEvents.encode(Events.created("1", "PAY-1", Events.NINE_O_CLOCK));
        byte[] second = workEvents.encode(Events.created("2", "PAY-2", Events.NINE_O_CLOCK));

        WorkEvent one = workEvents.decode(first).value();
        WorkEvent two = workEvents.decode(second).value();

        assertThat(one.getEventId()).isEqualTo("1");
        assertThat(two.getEventId()).isEqualTo("2");
    }
}
