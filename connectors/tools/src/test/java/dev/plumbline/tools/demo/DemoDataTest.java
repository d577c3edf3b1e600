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
