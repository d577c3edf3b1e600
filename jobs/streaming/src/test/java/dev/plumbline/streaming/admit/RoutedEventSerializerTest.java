package dev.plumbline.streaming.admit;

import static dev.plumbline.streaming.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.streaming.Told;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Link;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RoutedEventSerializerTest {

    private static final Party ANA = new Party("ana", ActorKind.HUMAN, "directory");
    private static final Party BOT = new Party("bot", ActorKind.AGENT, null);

    private final TypeSerializer<RoutedEvent> writer = new RoutedEventSerializer();
    private final TypeSerializer<RoutedEvent> reader = writer.duplicate();

    private static WorkEvent event(String id, Instant at, String container) {
        return new WorkEvent(
                "acme",
                id,
                EventType.CHANGE_REVIEW_REQUESTED,
                at,
                -7,
                "github",
                container,
                ObjectType.CHANGE,
                "C-1",
                "bug",
                List.of(
                        new Link("implements", ObjectType.WORK_ITEM, "T-1"),
                        new Link("mentions", null, "?")),
                ANA,
                "red",
                "bo",
                BOT,
                ANA,
                "blue",
                "green",
                StateCategory.ACTIVE,
                StateCategory.DONE,
                "In Review",
                Verdict.APPROVED,
                true,
                Result.FAILURE,
                "production",
                "E-1",
                "ghost_work,orphan_work",
                true);
    }

    private static WorkEvent bare(Instant at) {
        return Told.event(EventType.COMMIT_PUSHED, ObjectType.COMMIT, "c", at, null, null);
    }

    private RoutedEvent sent(RoutedEvent routed) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        writer.serialize(routed, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        RoutedEvent received = reader.deserialize(in);
        assertThat(in.available()).isZero();
        return received;
    }

    @Test
    void everyFieldOfAnEventArrives() throws IOException {
        Instant now = at("02T10:00").plusNanos(123_456_789);
        RoutedEvent own = RoutedEvent.own(event("e-1", now, "shop"));
        RoutedEvent linked =
                RoutedEvent.linked(
                        ObjectType.WORK_ITEM,
                        "T-1",
                        event("e-2", now, "shop"),
                        new Via(ObjectType.COMMIT, "c-1", true),
                        now.plusSeconds(60));

        assertThat(sent(own)).isEqualTo(own);
        assertThat(sent(linked)).isEqualTo(linked);
    }

    @Test
    void whatIsAbsentStaysAbsent() throws IOException {
        RoutedEvent own = RoutedEvent.own(bare(Instant.EPOCH.minusMillis(1)));
        RoutedEvent direct =
                RoutedEvent.linked(
                        ObjectType.CHANGE, "C-1", bare(Instant.EPOCH), Via.DIRECT, Instant.EPOCH);

        assertThat(sent(own)).isEqualTo(own);
        assertThat(sent(direct)).isEqualTo(direct);
    }

    @Test
    void wordsOfAnyLengthAndScriptArrive() throws IOException {
        for (String word :
                List.of(
                        "",
                        "\u00e9",
                        "\u00c3\u00a9",
                        "\u6771\u4eac",
                        "x".repeat(253),
                        "x".repeat(254),
                        "y".repeat(70_000))) {
            RoutedEvent routed = RoutedEvent.own(event(word, at("02T10:00"), word));
            assertThat(sent(routed)).isEqualTo(routed);
            assertThat(sent(routed)).isEqualTo(routed);
        }
    }

    @Test
    void wordsThatRepeatAreOneCopyAndOthersStayApart() throws IOException {
        String first =
                sent(RoutedEvent.own(event("a", at("02T10:00"), "shop"))).event().container();
        String again =
                sent(RoutedEvent.own(event("b", at("02T11:00"), "shop"))).event().container();
        assertThat(again).isSameAs(first);

        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String container = "project-" + random.nextInt(10_000);
            RoutedEvent routed = RoutedEvent.own(event("e", at("02T10:00"), container));
            assertThat(sent(routed).event().container()).isEqualTo(container);
        }
    }
}
