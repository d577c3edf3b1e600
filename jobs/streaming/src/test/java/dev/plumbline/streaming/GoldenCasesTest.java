package dev.plumbline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.directory.Directory;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.tools.json.WorkEventJson;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small cases with answers worked out by hand, through the real topology, every cell. */
@Tag("cluster")
final class GoldenCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/examples"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyCellIsAsWorkedOutByHand(Path folder) throws Exception {
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        List<WorkEvent> events = new ArrayList<>();
        Instant last = Instant.MIN;
        for (String line : Files.readAllLines(folder.resolve("events.ndjson"))) {
            WorkEvent event = WorkEventJson.parse(line);
            events.add(event);
            last = event.getOccurredAt().isAfter(last) ? event.getOccurredAt() : last;
        }
        Directory directory = DirectoryYaml.parse(directoryOf(expected), "expected.json");

        TopologyRun run = TopologyRun.of(events, Settings.bounded(last), directory);

        List<Map<String, Object>> handoffs = new ArrayList<>();
        run.handoffs().values().forEach(handoff -> handoffs.add(cells(handoff)));
        assertThat(handoffs).hasSize(expected.path("handoffs").size());
        for (JsonNode wanted : expected.path("handoffs")) {
            assertThat(handoffs).anySatisfy(actual -> assertCells(wanted, actual));
        }
        for (JsonNode wanted : expected.path("items")) {
            ItemSnapshot item = run.items().get(wanted.path("object_id").asText());
            assertCells(wanted, cells(item));
        }
        assertRows(expected.path("stalls"), run.stalls().values().stream().map(Cells::of));
        assertRows(expected.path("findings"), run.findings().values().stream().map(Cells::of));
        assertRows(
                expected.path("source_health"),
                run.sourceHealth().values().stream().map(GoldenCasesTest::cells));
        for (JsonNode wanted : expected.path("pod_metrics")) {
            assertThat(run.podMetrics()).anySatisfy(row -> assertMetric(wanted, Cells.of(row)));
        }
        assertThat(run.late()).isEmpty();
    }

    /** Of a window that is told of several times, any row will do that has all the cells. */
    private static void assertMetric(JsonNode wanted, Map<String, Object> actual) {
        for (Map.Entry<String, JsonNode> cell : wanted.properties()) {
            Object value = actual.get(cell.getKey());
            if (cell.getValue().isNumber()) {
                assertThat(value).as(cell.getKey()).isNotNull();
                assertThat(((Number) value).doubleValue())
                        .as(cell.getKey())
                        .isCloseTo(cell.getValue().asDouble(), within(1e-6));
            } else {
                assertThat(String.valueOf(value))
                        .as(cell.getKey())
                        .isEqualTo(cell.getValue().isNull() ? "null" : cell.getValue().asText());
            }
        }
    }

    /** Where a case says nothing of them they are not looked at. */
    private static void assertRows(JsonNode expected, Stream<Map<String, Object>> actual) {
        if (expected.isMissingNode()) {
            return;
        }
        List<Map<String, Object>> rows = actual.toList();
        assertThat(rows).hasSize(expected.size());
        for (JsonNode wanted : expected) {
            assertThat(rows).anySatisfy(row -> assertCells(wanted, row));
        }
    }

    private static String directoryOf(JsonNode expected) {
        StringBuilder yaml = new StringBuilder("organisation: {zone: ");
        yaml.append(expected.path("calendar").path("zone").asText());
        List<String> holidays = new ArrayList<>();
        expected.path("calendar").path("holidays").forEach(day -> holidays.add(day.asText()));
        yaml.append(", holidays: ").append(holidays).append("}\nagents:\n");
        for (JsonNode agent : expected.path("directory").path("agents")) {
            yaml.append("  - {account: ").append(agent.asText()).append("}\n");
        }
        JsonNode pods = expected.path("directory").path("pods");
        if (!pods.isMissingNode()) {
            yaml.append("pods: ").append(pods).append('\n');
        }
        JsonNode evidence = expected.path("directory").path("evidence");
        if (!evidence.isMissingNode()) {
            yaml.append("evidence: ").append(evidence).append('\n');
        }
        return yaml.toString();
    }

    private static void assertCells(JsonNode wanted, Map<String, Object> actual) {
        for (Map.Entry<String, JsonNode> cell : wanted.properties()) {
            assertThat(actual).containsKey(cell.getKey());
            assertThat(String.valueOf(actual.get(cell.getKey())))
                    .as(cell.getKey())
                    .isEqualTo(wantedText(cell.getKey(), cell.getValue()));
        }
    }

    private static String wantedText(String column, JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        boolean account = column.endsWith("_account") || column.equals("owner");
        return account ? TopologyRun.PSEUDONYMS.of(value.asText()) : value.asText();
    }

    private static Map<String, Object> cells(PublishedHandoff published) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("object_id", published.objectId());
        cells.put("kind", published.handoff().kind().word());
        cells.put("mode", published.handoff().pull() ? "pull" : "push");
        cells.put("from_account", Party.accountOf(published.handoff().from()));
        cells.put("to_account", published.handoff().toAccount());
        cells.put("from_kind", word(Party.kindOf(published.handoff().from())));
        cells.put("to_kind", word(published.handoff().toKind()));
        cells.put("from_group", published.handoff().fromGroup());
        cells.put("to_group", published.handoff().toGroup());
        cells.put("opened_at", published.handoff().openedAt());
        cells.put("ended_at", published.handoff().endedAt());
        cells.put("outcome", published.handoff().outcome().word());
        cells.put("elapsed_s", published.handoff().elapsedSeconds());
        cells.put("working_s", published.handoff().workingSeconds());
        cells.put("effective_s", published.handoff().effectiveSeconds());
        return cells;
    }

    private static Map<String, Object> cells(ItemSnapshot item) {
        ItemTimeline timeline = item.timeline();
        Map<String, Object> cells = new HashMap<>();
        cells.put("object_id", timeline.id());
        cells.put("state", timeline.progress().state().word());
        cells.put("owner", Party.accountOf(timeline.owner()));
        cells.put("owner_changes", timeline.handoffs().ownership().owners().changes());
        cells.put("group_changes", timeline.handoffs().ownership().groups().changes());
        cells.put("bounces", timeline.handoffs().ownership().owners().bounces());
        cells.put("event_count", timeline.eventCount());
        cells.put("reopens", timeline.progress().reopens());
        cells.put("moved_back", timeline.progress().movedBack());
        cells.put("first_active_at", timeline.progress().firstActiveAt());
        cells.put("done_at", timeline.progress().doneAt());
        cells.put("active_s", timeline.progress().activeMillis() / 1000);
        cells.put("in_progress_s", timeline.progress().inProgressMillis() / 1000);
        cells.put("cycle_elapsed_s", item.cycleElapsedSeconds());
        cells.put("cycle_working_s", item.cycleWorkingSeconds());
        return cells;
    }

    private static Map<String, Object> cells(SourceHealth health) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("source", health.source());
        cells.put("container", health.container());
        cells.put("state", health.state().word());
        cells.put("first_event_at", health.firstEventAt());
        cells.put("last_event_at", health.lastEventAt());
        cells.put("minutes_heard", health.minutesHeard());
        cells.put("expected_gap_s", health.expectedGapSeconds());
        cells.put("clock", health.clock() == null ? null : health.clock().word());
        cells.put("silent_since", health.silentSince());
        return cells;
    }

    private static String word(ActorKind kind) {
        return kind == null ? null : kind.word();
    }
}
