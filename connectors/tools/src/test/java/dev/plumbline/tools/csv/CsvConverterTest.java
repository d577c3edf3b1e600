package dev.plumbline.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.json.WorkEventJson;
import dev.plumbline.tools.mapping.BadMapping;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvConverterTest {
    private static final String EVENTS =
            """
            source: desk
            rows: events
            csv: {delimiter: ";", nothing: ["NA"]}
            time: {format: "dd.MM.yyyy HH:mm", zone: Europe/Madrid}
            defaults:
              id: "desk:{ticket}:{nr}"
              occurred_at: "{when}"
              sequence: "{nr}"
              object: {type: work_item, id: "desk:{ticket}"}
              actor: {account: "desk:{who}", group: "desk:{team}"}
            events:
              - when: {what: [open, OPEN]}
                type: work_item.created
                attributes: {impact: "{impact}"}
              - when: {what: open, impact: high}
                id: "desk:{ticket}:{nr}:flag"
                type: work_item.blocked
              - when: {what: give}
                type: work_item.assigned
                owner_to: "desk:{to}"
                links: [{rel: part_of, type: plan, id: "{impact}"}]
              - when: {what: [note, start]}
                type: {value: "{what}", map: {note: work_item.commented, start: work_item.state_changed}}
                state_to:
                  raw: {value: "{what}", map: {start: In Work}, otherwise: ""}
            """;

    private static final String HEADER = "ticket;nr;when;what;who;team;to;impact\n";

    private static final String SNAPSHOTS =
            """
            source: jira
            rows: snapshots
            snapshot:
              object: {type: work_item, id: "jira:{key}", work_type: "{kind}"}
              created_at: "{created}"
              updated_at: "{updated}"
              done_at: "{resolved}"
              creator: "jira:{reporter}"
              owner: "jira:{assignee}"
              state: {raw: "{status}", category: {value: "{status}", map: {Doing: active, Open: todo}, otherwise: ""}}
            """;

    private static Mapping mapping(String yaml) {
        return Mapping.read("m.yaml", new StringReader(yaml));
    }

    private static Collected convert(String yaml, String table) {
        Collected found = new Collected();
        CsvConverter.convert(
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                "t.csv",
                mapping(yaml),
                found);
        return found;
    }

    private static List<String> lines(List<WorkEvent> events) {
        return events.stream().map(WorkEventJson::write).toList();
    }

    @Test
    void makesEventsOfRowsAndMoreThanOneWhereSeveralRulesApply() {
        Collected found =
                convert(EVENTS, "\uFEFF" + HEADER + "T1;1;29.03.2026 03:30;open;ana;G1;NA;high\n");

        assertThat(lines(found.events))
                .containsExactly(
                        "{\"event_id\":\"desk:T1:1\",\"type\":\"work_item.created\","
                                + "\"occurred_at\":\"2026-03-29T01:30:00Z\",\"sequence\":1,"
                                + "\"source\":\"desk\",\"object\":{\"type\":\"work_item\","
                                + "\"id\":\"desk:T1\"},\"actor\":{\"account\":\"desk:ana\","
                                + "\"group\":\"desk:G1\"},\"attributes\":{\"impact\":\"high\"}}",
                        "{\"event_id\":\"desk:T1:1:flag\",\"type\":\"work_item.blocked\","
                                + "\"occurred_at\":\"2026-03-29T01:30:00Z\",\"sequence\":1,"
                                + "\"source\":\"desk\",\"object\":{\"type\":\"work_item\","
                                + "\"id\":\"desk:T1\"},\"actor\":{\"account\":\"desk:ana\","
                                + "\"group\":\"desk:G1\"}}");
    }

    @Test
    void translatesValuesAndLeavesOutWhatIsNothing() {
        Collected found =
                convert(
                        EVENTS,
                        HEADER
                                + "T1;2;02.03.2026 10:00;give;ana;G1;ben;NA\n"
                                + "T1;3;02.03.2026 11:00;note;ben;G1;;\n"
                                + "T1;4;02.03.2026 12:00;start;ben;;;\n");

        assertThat(found.events)
                .extracting(WorkEvent::getType)
                .containsExactly(
                        "work_item.assigned", "work_item.commented", "work_item.state_changed");
        assertThat(found.events.get(0).getOwnerTo()).isEqualTo("desk:ben");
        assertThat(found.events.get(0).getLinks()).isEmpty();
        assertThat(found.events.get(1).getStateTo()).isNull();
        assertThat(found.events.get(2).getStateTo().getRaw()).isEqualTo("In Work");
        assertThat(found.events.get(2).getActor().getGroup()).isNull();
    }

    @Test
    void rejectsRowsWithTheirNumberAndGoesOn() {
        Collected found =
                convert(
                        EVENTS,
                        HEADER
                                + "T1;1;2.3.26;note;ana;G1;;\n"
                                + "T1;2;02.03.2026 10:00;dance;ana;G1;;\n"
                                + "T1;3\n"
                                + "T1;x;02.03.2026 10:00;note;ana;G1;;\n"
                                + ";5;02.03.2026 10:00;note;ana;G1;;\n"
                                + "T1;6;02.03.2026 10:00;note;an\0a;G1;;\n"
                                + "T1;7;02.03.2026 10:00;note;ana;G1;;\n");

        assertThat(found.events).extracting(WorkEvent::getEventId).containsExactly("desk:T1:7");
        assertThat(found.rejected)
                .extracting(r -> r.getPosition() + " " + r.getReason())
                .containsExactly(
                        "1 bad_time: occurred_at is \"2.3.26\", not of the format dd.MM.yyyy HH:mm",
                        "2 no_rule: no rule of the mapping is for this row",
                        "3 missing_column: the row ends before column what",
                        "4 bad_value: sequence is \"x\", not a whole number",
                        "5 missing_field: event_id is required",
                        "6 nul_character: column who holds a NUL");
    }

    @Test
    void aTableThatBreaksOffInAQuoteGivesOneRejection() {
        Collected found =
                convert(
                        EVENTS,
                        HEADER
                                + "T1;1;02.03.2026 10:00;note;ana;G1;;\n"
                                + "T1;2;02.03.2026 10:00;note;\"ana;G1;;\n");

        assertThat(found.events).hasSize(1);
        assertThat(found.rejected).hasSize(1);
        assertThat(found.rejected.get(0).getReason()).startsWith("not_csv: ");
        assertThat(found.rejected.get(0).getPosition()).isEqualTo(2);
    }

    @Test
    void comparesSuccessiveSnapshotsOfAnItem() {
        Collected found =
                convert(
                        SNAPSHOTS,
                        """
                        key,kind,created,updated,resolved,reporter,assignee,status
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-05T09:00:00Z,2026-03-04T17:00:00Z,ana,ben,Done
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-02T09:00:00Z,,ana,,Open
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-03T09:00:00Z,,ana,ben,Doing
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-03T10:00:00Z,,ana,ben,Doing
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-06T09:00:00Z,,ana,,Doing
                        """);

        assertThat(found.events)
                .extracting(
                        e ->
                                e.getOccurredAt().toString().substring(8, 13)
                                        + " "
                                        + e.getType().substring(10)
                                        + " "
                                        + (e.getStateTo() == null
                                                ? e.getOwnerTo()
                                                : e.getStateTo().getCategory()))
                .containsExactly(
                        "02T09 created null",
                        "02T09 state_changed todo",
                        "03T09 assigned jira:ben",
                        "03T09 state_changed active",
                        "04T17 state_changed done",
                        "06T09 assigned null",
                        "06T09 state_changed active");
        assertThat(found.events.get(0).getActor().getAccount()).isEqualTo("jira:ana");
        assertThat(found.events.get(4).getTimeQuality()).isEqualTo("derived");
        assertThat(found.events.get(6).getTimeQuality()).isEqualTo("polled");
    }

    @Test
    void aSingleSnapshotOfSomethingDoneNeverReopensIt() {
        Collected found =
                convert(
                        SNAPSHOTS,
                        """
                        key,kind,created,updated,resolved,reporter,assignee,status
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-05T09:00:00Z,2026-03-04T17:00:00Z,ana,ben,Open
                        """);

        assertThat(found.types()).containsExactly("work_item.created", "work_item.state_changed");
        assertThat(found.events.get(1).getStateTo().getCategory()).isEqualTo("done");
    }

    @Test
    void whoHoldsSomethingFirstSeenDoneIsToldWhenItIsReopened() {
        Collected found =
                convert(
                        SNAPSHOTS,
                        """
                        key,kind,created,updated,resolved,reporter,assignee,status
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-05T09:00:00Z,2026-03-04T17:00:00Z,ana,ben,Open
                        P-1,Bug,2026-03-02T09:00:00Z,2026-03-06T09:00:00Z,,ana,ben,Doing
                        """);

        assertThat(found.types())
                .containsExactly(
                        "work_item.created",
                        "work_item.state_changed",
                        "work_item.assigned",
                        "work_item.state_changed");
        assertThat(found.events.get(2).getOccurredAt()).isEqualTo("2026-03-06T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "source: desk      | sauce: desk       | m.yaml: line 1: unknown key \"sauce\"",
                "source: desk      | org: x            | m.yaml: line 1: \"source\" is required"
                        + " here",
                "rows: events      | rows: columns     | m.yaml: line 2: \"rows\" must be snapshots"
                        + " or events",
                "rows: events      | rows: snapshots   | m.yaml: line 1: rows are snapshots, so",
                "zone: Europe      | zone: Atlantis    | m.yaml: line 4: unknown time zone"
                        + " \"Atlantis/Madrid\"",
                "dd.MM.yyyy HH:mm  | bogus             | m.yaml: line 4: \"bogus\" is none of iso,"
                        + " epoch",
                "type: work_item, id| typ: work_item, id| m.yaml: line 9: unknown key \"typ\"",
                "source: desk      | source: [desk     | m.yaml: line 2: is no YAML: ",
                "delimiter: \";\"  | delimiter: \"::\" | m.yaml: line 3: \"delimiter\" must be one"
                        + " character",
                "{ticket}          | {tikcet}          | m.yaml: column tikcet is not in t.csv (it"
                        + " has: ticket, nr,"
            })
    void saysWhereTheMappingIsWrong(String part, String replacement, String message) {
        String yaml = EVENTS.replace(part, replacement);

        assertThatThrownBy(() -> convert(yaml, HEADER))
                .isInstanceOf(BadMapping.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anEmptyTableHasNoHeader() {
        assertThat(convertFails("")).isInstanceOf(BadMapping.class);
        assertThat(convert(EVENTS, HEADER).events).isEmpty();
        assertThat(convertFails("a;a\n1;2\n")).isInstanceOf(UnreadableFile.class);
    }

    private static Throwable convertFails(String table) {
        return catchThrowable(() -> convert(EVENTS, table));
    }
}
