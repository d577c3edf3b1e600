package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.kafka.EmbeddedKafka;
import dev.plumbline.standalone.kafka.EventPublisher;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, over a real store. */
@Tag("cluster")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class StoreCommandsTest {
    private static final String CREATED =
            """
            {"event_id":"1","type":"work_item.created","occurred_at":"2026-03-02T09:00:00Z","source":"jira","container":"jira:PAY","object":{"type":"work_item","id":"PAY-1"},"actor":{"account":"jira:carol"}}\
            """;
    private static final String ASSIGNED_AT_TEN =
            """
            {"event_id":"2","type":"work_item.assigned","occurred_at":"2026-03-02T10:00:00Z","source":"jira","container":"jira:PAY","object":{"type":"work_item","id":"PAY-1"},"actor":{"account":"jira:carol"},"owner_to":"jira:alice"}\
            """;
    private static final String STARTED_AT_NOON =
            """
            {"event_id":"3","type":"work_item.state_changed","occurred_at":"2026-03-02T12:00:00Z","source":"jira","container":"jira:PAY","object":{"type":"work_item","id":"PAY-1"},"actor":{"account":"jira:alice"},"state_to":{"raw":"In Progress","category":"active"}}\
            """;
    private static final String CATEGORY = ",\"category\":\"active\"";
    private static final String TWO_HOURS_LATENCY = "handoffs,latency_s\n1,7200\n";
    private static final String LATENCY =
            "select count(*) as handoffs, max(effective_s) as latency_s from handoffs where outcome"
                    + " = 'picked_up'";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String store;
    private Path events;

    @BeforeEach
    void writeEvents() throws IOException {
        store = folder.resolve("store").toString();
        events = folder.resolve("events.ndjson");
        Files.writeString(
                events, String.join("\n", STARTED_AT_NOON, "no event", ASSIGNED_AT_TEN, CREATED));
    }

    @Test
    void aReplayIsAskedExportedAndRepeatedWithTheSameAnswer() throws IOException {
        assertThat(run("replay", events.toString(), "--store", store)).isZero();
        assertThat(out.toString()).contains("replayed 3 events", "1 rejected, 0 late");

        assertThat(answer()).isEqualTo(TWO_HOURS_LATENCY);
        assertThat(out.toString()).doesNotContain("replaces");
        Path first = export("first");
        assertThat(run("replay", events.toString(), "--store", store)).isZero();
        assertThat(out.toString()).contains("replaces the results of run 1 (3 events)");
        assertThat(export("second")).satisfies(second -> assertSameFiles(first, second));
        assertThat(Files.readString(first.resolve("handoffs.csv")))
                .doesNotContain("alice", "carol");
    }

    @Test
    void aBoundedRunOverKafkaGivesTheAnswerOfTheReplay() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.temporary()) {
            KafkaAccess access = broker.access("test");
            Topics.ensure(access, TopicNames.ALL, 2, (short) 1);
            try (EventPublisher publisher = new EventPublisher(access, TopicNames.EVENTS)) {
                for (String line : new String[] {CREATED, ASSIGNED_AT_TEN, STARTED_AT_NOON}) {
                    WorkEvent event = WorkEventJson.parse(line);
                    publisher.publish(event);
                }
            }
            int code =
                    run(
                            "run",
                            "execution-patterns",
                            "--bounded",
                            "--kafka",
                            broker.bootstrapServers(),
                            "--store",
                            store);

            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
            assertThat(out.toString()).contains("read 3 events");
            assertThat(answer()).isEqualTo(TWO_HOURS_LATENCY);
        }
    }

    @Test
    void aReplaySaysHowManyEventsBearAStateThatNobodyKnows() throws IOException {
        Files.writeString(
                events,
                String.join(
                        "\n",
                        CREATED,
                        STARTED_AT_NOON.replace("In Progress", "Parked").replace(CATEGORY, "")));
        Path pods = Files.writeString(folder.resolve("pods.yaml"), "pods: from-containers\n");

        int code =
                run("replay", events.toString(), "--store", store, "--directory", pods.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("  events that bear a state of which nobody knows what it means: 1")
                .endsWith(
                        "  see ./plumbline check "
                                + events
                                + " --directory "
                                + pods
                                + System.lineSeparator());
    }

    @Test
    void aTopicThatIsNotThereIsToldWithWhatMayBeMeant() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.temporary()) {
            int code =
                    run(
                            "run",
                            "execution-patterns",
                            "--topic",
                            "plumbline.event",
                            "--kafka",
                            broker.bootstrapServers(),
                            "--store",
                            store);

            assertThat(code).isEqualTo(1);
            assertThat(err.toString().strip())
                    .startsWith("plumbline: there is no topic plumbline.event at ")
                    .endsWith("Did you mean plumbline.events?");
        }
    }

    @Test
    void aBrokerThatIsNotThereIsToldInOneLine() {
        int code = run("run", "execution-pattern", "--kafka", "localhost:1", "--store", store);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "plumbline: there is no job execution-pattern. Did you mean"
                                + " execution-patterns?");
    }

    @Test
    void watchShowsAHistoryWithoutAnyReviewAsSuch() throws Exception {
        Path clone = folder.resolve("clone");
        for (String[] command :
                new String[][] {
                    {"git", "init", "-q", clone.toString()},
                    {
                        "git",
                        "-C",
                        clone.toString(),
                        "-c",
                        "user.name=A",
                        "-c",
                        "user.email=a@example.org",
                        "commit",
                        "-q",
                        "--allow-empty",
                        "-m",
                        "Begin"
                    }
                }) {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        }

        assertThat(run("watch", clone.toString(), "--store", store)).isZero();
        assertThat(out.toString())
                .contains("0 items", "nothing could be handed over")
                .contains("Connect your tickets, for example: ./plumbline convert csv");
    }

    private String answer() {
        StringWriter answer = new StringWriter();
        CommandLines.run(
                Map.of(),
                new PrintWriter(answer, true),
                new PrintWriter(err, true),
                "sql",
                "--csv",
                LATENCY,
                "--store",
                store);
        return answer.toString().replace("\r\n", "\n");
    }

    private Path export(String name) {
        Path exported = folder.resolve(name);
        assertThat(run("export", "--out", exported.toString(), "--store", store)).isZero();
        return exported;
    }

    private static void assertSameFiles(Path first, Path second) {
        assertThat(first.toFile().list()).isNotEmpty().isEqualTo(second.toFile().list());
        for (String name : first.toFile().list()) {
            assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
        }
    }

    private int run(String... arguments) {
        return CommandLines.run(
                Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
