package dev.plumbline.tools.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.schema.WorkEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkEventJsonTest {
    private static final String COMMENT =
            "{\"event_id\":\"e1\",\"type\":\"work_item.commented\","
                    + "\"occurred_at\":\"2026-03-26T14:00:00+01:00\",\"source\":\"jira\","
                    + "\"object\":{\"type\":\"work_item\",\"id\":\"PAY-1\"}}";

    private static final String FULL =
            "{\"org\":\"acme\",\"event_id\":\"e2\",\"type\":\"change.reviewed\","
                    + "\"occurred_at\":\"2026-03-26T13:00:00.250Z\",\"sequence\":7,"
                    + "\"observed_at\":\"2026-03-26T13:00:01Z\",\"time_quality\":\"polled\","
                    + "\"source\":\"github\",\"container\":\"github:acme/payments\","
                    + "\"object\":{\"type\":\"change\",\"id\":\"7\",\"work_type\":\"bug\"},"
                    + "\"links\":[{\"rel\":\"closes\",\"type\":\"work_item\",\"id\":\"PAY-1\"}],"
                    + "\"actor\":{\"account\":\"ana\",\"kind\":\"human\",\"group\":\"core\","
                    + "\"on_behalf_of\":\"eva\",\"agent\":\"copilot\"},"
                    + "\"owner_from\":\"a\",\"owner_to\":\"b\",\"group_from\":\"c\","
                    + "\"group_to\":\"d\",\"state_from\":{\"raw\":\"Open\"},"
                    + "\"state_to\":{\"raw\":\"In Review\",\"category\":\"review\"},"
                    + "\"verdict\":\"approved\",\"result\":\"success\",\"environment\":\"prod\","
                    + "\"attributes\":{\"epic\":\"E\",\"size\":\"3\"}}";

    @Test
    void readsTheSmallestEventWithItsDefaults() throws Exception {
        WorkEvent event = WorkEventJson.parse(COMMENT);

        assertThat(event.getOrg()).isEqualTo("default");
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-26T13:00:00Z"));
        assertThat(event.getSequence()).isZero();
        assertThat(event.getLinks()).isEmpty();
        assertThat(event.getActor()).isNull();
    }

    @Test
    void writesEveryFieldInTheContractsOrderAndReadsItBack() throws Exception {
        assertThat(WorkEventJson.write(WorkEventJson.parse(FULL))).isEqualTo(FULL);
    }

    @Test
    void survivesTheWayThroughAvro() throws IOException, RejectedLine {
        WorkEvent event = WorkEventJson.parse(FULL);

        assertThat(WorkEvent.fromByteBuffer(event.toByteBuffer())).isEqualTo(event);
    }

    @Test
    void readsEpochMillisecondsAndIgnoresUnknownFields() throws Exception {
        WorkEvent event =
                WorkEventJson.parse(
                        COMMENT.replace("\"2026-03-26T14:00:00+01:00\"", "1774530000000")
                                .replace("\"source\"", "\"body\":{\"a\":[1,2]},\"source\""));

        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-26T13:00:00Z"));
    }

    @Test
    void takesNumbersAsTextWhereTextIsExpected() throws Exception {
        WorkEvent event =
                WorkEventJson.parse(
                        COMMENT.replace(
                                "\"PAY-1\"}", "12},\"attributes\":{\"size\":3,\"x\":null}"));

        assertThat(event.getObject().getId()).isEqualTo("12");
        assertThat(event.getAttributes()).containsOnlyKeys("size").containsValue("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"event_id\":\"e1\",      |                    | missing_field: event_id is"
                        + " required",
                "\"e1\"                    | \"\"               | missing_field: event_id is empty",
                "work_item.commented       | work_item.foo      | unknown_type: work_item.foo",
                "\"source\":\"jira\",      |                    | missing_field: source is"
                        + " required",
                "\"work_item\",\"id\"      | \"tree\",\"id\"    | bad_value: object.type \"tree\""
                        + " is none of",
                ",\"id\":\"PAY-1\"         |                    | missing_field: object.id is"
                        + " required",
                "14:00:00+01:00            | 14:00:00           | bad_time: occurred_at has no"
                        + " offset",
                "2026-03-26T14:00:00+01:00 | yesterday          | bad_time: occurred_at is"
                        + " \"yesterday\"",
                "\"2026-03-26T14:00:00+01:00\" | 1.5            | bad_time: occurred_at is neither",
                "2026-                     | 1970-              | implausible_time: occurred_at"
                        + " 1970",
                "2026-                     | +12026-            | implausible_time: occurred_at"
                        + " +12026",
                "\"2026-03-26T14:00:00+01:00\" | 99999999999999999 | implausible_time",
                "\"2026-03-26T14:00:00+01:00\" | 99999999999999999999 | bad_time: occurred_at",
                "PAY-1                     | PAY\\u0000         | nul_character: object.id holds a"
                        + " NUL",
                "PAY-1                     | PAY\\ud83d         | bad_utf8: object.id holds half",
                "\"source\"                | \"verdict\":\"meh\",\"source\" | bad_value: verdict"
                        + " \"meh\" is none",
                "\"source\"                | \"sequence\":1.5,\"source\"    | bad_value: sequence"
                        + " must be a whole",
                "\"source\"                | \"links\":{},\"source\"        | bad_value: links must"
                        + " be a list",
                "\"source\"                | \"links\":[{\"rel\":\"closes\"}],\"source\" |"
                        + " missing_field: links.type",
                "\"source\"                | \"actor\":{},\"source\"        | missing_field:"
                        + " actor.account",
                "\"source\"                | \"actor\":\"ana\",\"source\"   | bad_value: actor must"
                        + " be an object",
                "\"source\"                | \"owner_to\":[],\"source\"     | bad_value: owner_to"
                        + " must be text",
                "\"PAY-1\"}}               | \"PAY-1\"}         | not_json: Unexpected"
                        + " end-of-input",
                "\"PAY-1\"}}               | \"PAY-1\"}} {}     | not_json: more than one value",
                "{\"event_id\"             | [\"event_id\"      | not_json: an event is an object"
            })
    void saysInOneLineWhatIsWrong(String part, String replacement, String reason) {
        String line = COMMENT.replace(part, replacement == null ? "" : replacement);

        assertThatThrownBy(() -> WorkEventJson.parse(line))
                .isInstanceOf(RejectedLine.class)
                .hasMessageStartingWith(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesTheEventEvenWhereItsIdComesAfterTheMistake() {
        String line = "{\"type\":\"foo\",\"org\":\"acme\",\"event_id\":\"e9\"}";

        assertThatThrownBy(() -> WorkEventJson.parse(line))
                .isInstanceOfSatisfying(
                        RejectedLine.class,
                        why -> {
                            assertThat(why.eventId()).isEqualTo("e9");
                            assertThat(why.org()).isEqualTo("acme");
                            assertThat(why.reason()).isEqualTo("unknown_type: foo");
                        });
    }

    @Test
    void rejectsBytesThatAreNoUtf8AndSaysWhere() {
        byte[] line = COMMENT.getBytes(StandardCharsets.UTF_8);
        line[13] = (byte) 0xFF;

        assertThatThrownBy(() -> WorkEventJson.parse(line))
                .hasMessage("bad_utf8: byte 0xFF at column 14 is no UTF-8");
    }

    @Test
    void rejectsARawNulByte() {
        byte[] line = COMMENT.getBytes(StandardCharsets.UTF_8);
        line[13] = 0;

        assertThatThrownBy(() -> WorkEventJson.parse(line))
                .hasMessage("nul_character: a NUL byte at column 14");
    }

    @Test
    void anEventMayLieFiveMinutesAheadAndNoMore() throws Exception {
        WorkEvent event = WorkEventJson.parse(COMMENT);

        assertThat(Plausibility.future(event, Instant.parse("2026-03-26T12:55:00Z"))).isEmpty();
        assertThat(Plausibility.future(event, Instant.parse("2026-03-26T12:54:59.999Z")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("future: occurred_at"));
    }
}
