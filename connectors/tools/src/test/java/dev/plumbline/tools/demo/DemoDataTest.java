package dev.plumbline.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event files that come with the repository. */
class DemoDataTest {
    private static final Path FOLDER = folder();

    private static Path folder() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at.resolve("deploy/demo");
    }

    private static List<WorkEvent> read(String name) {
        List<WorkEvent> events = new ArrayList<>();
        try (EventFile file = EventFile.open(FOLDER.resolve(name))) {
            for (EventFile.Line line = file.next(); line != null; line = file.next()) {
                assertThat(line.rejected()).isNull();
                events.add(line.event());
            }
        }
        return events;
    }

    private static long count(List<WorkEvent> events, String type) {
        return events.stream().filter(event -> event.getType().equals(type)).count();
    }

    @Test
    void holdsEveryPullRequestOfCopilotOnce() {
        List<WorkEvent> events = read("copilot-pull-requests.ndjson.gz");

        assertThat(count(events, "change.opened")).isEqualTo(1_462);
        assertThat(count(events, "change.merged")).isEqualTo(559);
        assertThat(events).extracting(WorkEvent::getEventId).doesNotHaveDuplicates();
    }

    /**
     * Counted in the tables by hand: 3,205 sessions start in the timelines. 228 have no end, 203 of
     * these in timelines that the source cut after 30 rows; they are left out.
     */
    @Test
    void aSessionWithoutEndIsOneThatTheSourceKnowsToHaveNone() {
        List<WorkEvent> events = read("copilot-pull-requests.ndjson.gz");
        List<String> started = sessions(events, true);
        List<String> ended = sessions(events, false);

        assertThat(started).hasSize(3_002);
        assertThat(started).filteredOn(session -> !ended.contains(session)).hasSize(25);
    }

    private static List<String> sessions(List<WorkEvent> events, boolean start) {
        return events.stream()
                .filter(event -> event.getObject().getType().equals("agent_session"))
                .filter(event -> event.getType().equals("agent.session_started") == start)
                .map(event -> event.getObject().getId())
                .toList();
    }

    @Test
    void holdsTheCommitsThatMergesMade() {
        assertThat(read("copilot-pull-requests.ndjson.gz"))
                .filteredOn(event -> event.getAttributes().containsKey("merge_commit"))
                .hasSize(319)
                .allMatch(event -> event.getType().equals("change.merged"));
    }

    @Test
    void holdsEveryCommitOfImpalaOnce() {
        List<WorkEvent> events = read("impala-commits.ndjson.gz");

        assertThat(count(events, "commit.pushed")).isEqualTo(1_912);
        assertThat(events).extracting(WorkEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void namesNobody() {
        List<WorkEvent> events = new ArrayList<>(read("copilot-pull-requests.ndjson.gz"));
        events.addAll(read("impala-commits.ndjson.gz"));
        HashSet<String> people = new HashSet<>();
        for (WorkEvent event : events) {
            if (event.getActor() != null && event.getActor().getKind().equals("human")) {
                people.add(event.getActor().getAccount());
            }
            if (event.getOwnerTo() != null && !event.getOwnerTo().equals("github:Copilot")) {
                people.add(event.getOwnerTo());
            }
        }

        assertThat(people)
                .hasSizeGreaterThan(1_000)
                .allMatch(p -> p.matches("git(hub)?:[0-9a-f]{12}"));
        assertThat(events.toString()).doesNotContain("@cloudera.com", "@gmail.com");
    }

    @Test
    void staysSmall() throws IOException {
        long bytes = 0;
        for (String name : List.of("copilot-pull-requests.ndjson.gz", "impala-commits.ndjson.gz")) {
            bytes += Files.size(FOLDER.resolve(name));
        }

        assertThat(bytes).isLessThan(4_000_000);
    }
}
