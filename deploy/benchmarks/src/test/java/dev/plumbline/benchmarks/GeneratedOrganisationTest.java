package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedOrganisationTest {
    private static final OrganisationSize SMALL = new OrganisationSize(2_507, 100, 5);

    @Test
    void tellsExactlyTheEventsAskedForInTimeOrder() {
        List<WorkEvent> events = events(7);

        assertThat(events).hasSize(2_507);
        assertThat(events)
                .isSortedAccordingTo((a, b) -> a.getOccurredAt().compareTo(b.getOccurredAt()));
        assertThat(events.stream().map(WorkEvent::getEventId).distinct()).hasSize(2_507);
        assertThat(
                        events.stream()
                                .filter(event -> event.getLinks().isEmpty())
                                .map(event -> event.getObject().getId())
                                .distinct())
                .hasSize(100);
    }

    @Test
    void tellsTheSameForTheSameSeedAndSomethingElseForAnother() {
        assertThat(events(7)).isEqualTo(events(7));
        assertThat(events(7)).isNotEqualTo(events(8));
    }

    @Test
    void writesEventsThatAllAreAccepted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("events.ndjson");
        new GeneratedOrganisation(7, SMALL).writeTo(file);

        assertThat(Files.readAllLines(file)).hasSize(2_507);
        try (EventFile read = EventFile.open(file)) {
            for (EventFile.Line line = read.next(); line != null; line = read.next()) {
                assertThat(line.rejected()).isNull();
            }
        }
    }

    private static List<WorkEvent> events(long seed) {
        List<WorkEvent> events = new ArrayList<>();
        new GeneratedOrganisation(seed, SMALL).tell(events::add);
        return events;
    }
}
