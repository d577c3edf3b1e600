package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String CREATED =
            """
            {"event_id":"1","type":"work_item.created","occurred_at":"2026-03-02T10:00:00Z","source":"jira","container":"jira:PAY","object":{"type":"work_item","id":"PAY-1"},"actor":{"account":"jira:alice"}}
            """;
    private static final String ASSIGNED_AN_HOUR_EARLIER =
            """
            {"event_id":"2","type":"work_item.assigned","occurred_at":"2026-03-02T09:00:00Z","source":"jira","container":"jira:PAY","object":{"type":"work_item","id":"PAY-1"},"actor":{"account":"jira:bob-agent"},"owner_to":"jira:alice"}
            """;
    private static final String NO_ID =
            """
            {"type":"work_item.created","occurred_at":"2026-03-02T10:00:00Z","source":"jira","object":{"type":"work_item","id":"PAY-2"}}
            """;
    private static final String IN_THE_YEAR_9999 = CREATED.replace("2026-03-02", "9999-03-02");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsWhatIsInTheEvents() throws IOException {
        assertThat(check(file(CREATED + ASSIGNED_AN_HOUR_EARLIER))).isZero();
        assertThat(words())
                .contains(
                        "events 2",
                        "from 2026-03-02T09:00:00Z",
                        "to 2026-03-02T10:00:00Z",
                        "out of order 1, at most 1 h 0 min late",
                        "rejected 0",
                        "work_item.assigned 1",
                        "work_item 1",
                        "human 2",
                        "jira:PAY 2");
    }

    @Test
    void endsWithOneWhenAnEventIsRejectedAndTellsWhereAndWhy() throws IOException {
        Path file = file(CREATED + NO_ID + IN_THE_YEAR_9999);

        assertThat(check(file)).isEqualTo(1);
        assertThat(words())
                .contains("events 1", "rejected 2")
                .contains(file + " line 2: missing_field");
        assertThat(words()).contains(file + " line 3: future: occurred_at 9999-03-02T10:00:00Z");
    }

    @Test
    void readsKindsAndPodsFromTheDirectory() throws IOException {
        Path directory =
                Files.writeString(
                        folder.resolve("pods.yaml"),
                        "pods: [{id: payments}]\nagents: [{pattern: \"*-agent\"}]\n");

        int code =
                run(
                        "check",
                        file(CREATED + ASSIGNED_AN_HOUR_EARLIER).toString(),
                        "--directory",
                        directory.toString());

        assertThat(code).isZero();
        assertThat(words()).contains("agent 1", "human 1", "without a pod 1 containers");
    }

    @Test
    void listsTheStatesThatNobodyKnowsWithTheirCounts() throws IOException {
        Path directory =
                Files.writeString(folder.resolve("pods.yaml"), "states: {jira: {Shipped: done}}\n");
        String events = enters("Shipped") + enters("Parked") + enters("parked ") + enters("Done");
        String file = file(events + enters("Parked")).toString();

        assertThat(run("check", file)).isZero();
        assertThat(words())
                .contains("states without a meaning", "jira: Parked 2", "jira: parked 1");
        assertThat(words()).contains("jira: Shipped 1").doesNotContain("jira: Done");

        out.getBuffer().setLength(0);
        assertThat(run("check", file, "--directory", directory.toString())).isZero();
        assertThat(words()).contains("jira: Parked 2").doesNotContain("jira: Shipped");
    }

    private static String enters(String state) {
        return CREATED.strip()
                        .replace("work_item.created", "work_item.state_changed")
                        .replaceFirst("}$", ",\"state_to\":{\"raw\":\"" + state + "\"}}")
                + "\n";
    }

    @Test
    void tellsWhatIsWrongInADirectoryInOneLine() throws IOException {
        Path directory = Files.writeString(folder.resolve("pods.yaml"), "pod: []\n");

        assertThat(run("check", file(CREATED).toString(), "--directory", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("pods.yaml:1:", "did you mean 'pods'?");
    }

    @Test
    void tellsAMissingFileInOneLine() {
        assertThat(check(Path.of("nowhere.ndjson"))).isEqualTo(1);
        assertThat(err.toString()).contains("plumbline: nowhere.ndjson: no such file");
    }

    @Test
    void acceptsAnEmptyFile() throws IOException {
        assertThat(check(file(""))).isZero();
        assertThat(words()).contains("events 0");
    }

    private String words() {
        return out.toString().replaceAll(" +", " ");
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("events.ndjson"), lines);
    }

    private int check(Path file) {
        return run("check", file.toString());
    }

    private int run(String... arguments) {
        return CommandLines.run(
                Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
