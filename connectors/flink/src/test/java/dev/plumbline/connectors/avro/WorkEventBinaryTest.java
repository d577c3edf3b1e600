package dev.plumbline.connectors.avro;

import static dev.plumbline.connectors.Events.NINE_O_CLOCK;
import static dev.plumbline.connectors.Events.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.connectors.Events;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class WorkEventBinaryTest {
    private static final Schema SCHEMA = WorkEvent.getClassSchema();
    private static final byte[] NO_HEADER = {};

    private final RecordForm<WorkEvent> ours = RecordForm.of(WorkEvent.class);
    private final RecordForm<WorkEvent> avros =
            new SchemaForm<>(SpecificData.getForClass(WorkEvent.class), SCHEMA, SCHEMA);

    @Test
    void knowsTheCurrentVersionOfTheSchema() {
        assertThat(WorkEventBinary.FINGERPRINT)
                .isEqualTo(SchemaNormalization.parsingFingerprint64(SCHEMA));
        assertThat(ours).isInstanceOf(WorkEventBinary.class);
    }

    @Test
    void readsAndWritesAsAvroDoes() throws IOException {
        long seed = 20261120;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            WorkEvent event = any(random);
            byte[] bytes = avros.write(NO_HEADER, event);

            assertThat(ours.write(NO_HEADER, event)).as("seed %d", seed).isEqualTo(bytes);
            assertThat(ours.read(bytes, 0, bytes.length)).isEqualTo(event);
            assertThat(avros.read(bytes, 0, bytes.length)).isEqualTo(event);
        }
    }

    @Test
    void believesNoLength() {
        byte[] hugeText = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        byte[] endless = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

        assertThatThrownBy(() -> ours.read(hugeText, 0, hugeText.length))
                .isInstanceOf(IOException.class)
                .hasMessage("a text of 2147483647 bytes where 0 are left");
        assertThatThrownBy(() -> ours.read(endless, 0, endless.length))
                .isInstanceOf(IOException.class)
                .hasMessage("a number of more than 64 bits");
    }

    @Test
    void readsWhatStandsBehindAHeader() throws IOException {
        byte[] bytes = ours.write(new byte[] {1, 2, 3}, complete());

        assertThat(ours.read(bytes, 3, bytes.length - 3)).isEqualTo(complete());
    }

    /** An event whose optional fields are there or not, with numbers of all sizes. */
    private static WorkEvent any(Random random) {
        WorkEvent whole = complete();
        WorkEvent event = Events.created("id " + random.nextInt(), "\u20ac", NINE_O_CLOCK);
        for (Schema.Field field : SCHEMA.getFields()) {
            if (random.nextBoolean()) {
                event.put(field.pos(), whole.get(field.pos()));
            }
        }
        event.setSequence(random.nextLong() >> random.nextInt(64));
        event.setOccurredAt(Instant.ofEpochMilli(random.nextLong() >> (8 + random.nextInt(50))));
        if (random.nextInt(4) == 0) {
            Map<String, String> attributes = new HashMap<>();
            for (int i = random.nextInt(100); i >= 0; i--) {
                attributes.put("key " + i, "x".repeat(random.nextInt(200)));
            }
            event.setAttributes(attributes);
            event.setLinks(List.of(new Link("a", "b", "c"), new Link("d", "e", "")));
            event.setActor(new Actor("\uD83D\uDE80", null, null, null, null));
            event.setStateTo(new State(null, null));
        }
        return event;
    }
}
