package dev.plumbline.tools.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventRulesTest {
    @Test
    void acceptKeysOfTheGreatestLength() {
        WorkEvent event = event();
        event.setEventId("ä".repeat(500));
        event.getObject().setId("x".repeat(1_000));
        event.setOrg("x".repeat(200));

        assertThat(EventRules.problem(event)).isEmpty();
    }

    @Test
    void tellHowLongAKeyIsAndMayBe() {
        WorkEvent event = event();
        event.getObject().setId("ä".repeat(3_000));

        assertThat(EventRules.problem(event))
                .contains("too_long: object.id has 6,000 bytes, the limit is 1,000");
    }

    @Test
    void acceptTheWholeEvent() {
        assertThat(EventRules.problem(event())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void giveTheSameReasonAsTheJsonForm(Consumer<WorkEvent> mistake) {
        WorkEvent event = event();
        mistake.accept(event);

        RejectedLine json =
                catchThrowableOfType(
                        RejectedLine.class, () -> WorkEventJson.parse(WorkEventJson.write(event)));

        assertThat(EventRules.problem(event)).contains(json.reason());
    }

    static Stream<Named<Consumer<WorkEvent>>> mistakes() {
        return Stream.of(
                mistake("no id", e -> e.setEventId("")),
                mistake("long id", e -> e.getObject().setId("x".repeat(1_001))),
                mistake("long id in umlauts", e -> e.setEventId("ä".repeat(501))),
                mistake("long organisation", e -> e.setOrg("x".repeat(201))),
                mistake("long container", e -> e.setContainer("x".repeat(501))),
                mistake("unknown type", e -> e.setType("work_item.exploded")),
                mistake("no source", e -> e.setSource("")),
                mistake("in 1970", e -> e.setOccurredAt(Instant.EPOCH)),
                mistake("observed in 1970", e -> e.setObservedAt(Instant.EPOCH)),
                mistake("bad time quality", e -> e.setTimeQuality("guessed")),
                mistake("bad object type", e -> e.getObject().setType("table")),
                mistake("no object id", e -> e.getObject().setId("")),
                mistake("bad relation", e -> e.setLinks(List.of(new Link("x", "change", "1")))),
                mistake("bad kind", e -> e.getActor().setKind("robot")),
                mistake("bad category", e -> e.getStateTo().setCategory("nearly done")),
                mistake("bad verdict", e -> e.setVerdict("meh")),
                mistake("bad result", e -> e.setResult("meh")),
                mistake("NUL in an account", e -> e.setOwnerTo("a\0b")),
                mistake("NUL in an attribute", e -> e.setAttributes(Map.of("k", "a\0b"))));
    }

    private static Named<Consumer<WorkEvent>> mistake(String name, Consumer<WorkEvent> change) {
        return Named.of(name, change);
    }

    private static WorkEvent event() {
        return WorkEvent.newBuilder()
                .setOrg("acme")
                .setEventId("1")
                .setType("work_item.assigned")
                .setOccurredAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setSource("jira")
                .setObject(new WorkObject("work_item", "PAY-1", "bug"))
                .setLinks(List.of(new Link("implements", "work_item", "PAY-2")))
                .setActor(new Actor("jira:alice", "human", "Payments", null, null))
                .setStateTo(new State("Open", "todo"))
                .setAttributes(Map.of("size", "M"))
                .build();
    }
}
