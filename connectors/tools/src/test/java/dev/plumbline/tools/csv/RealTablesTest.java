package dev.plumbline.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RealData;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mappings that come with the converter, on the tables they are for. */
class RealTablesTest {
    private static Collected convert(Path table, String mapping) throws Exception {
        Collected found = new Collected();
        try (InputStream in = Files.newInputStream(table);
                Reader yaml =
                        new InputStreamReader(
                                RealTablesTest.class.getResourceAsStream("/mappings/" + mapping),
                                StandardCharsets.UTF_8)) {
            CsvConverter.convert(in, table.toString(), Mapping.read(mapping, yaml), found);
        }
        return found;
    }

    private static Map<String, String> column(Path table, String key, String name)
            throws Exception {
        Map<String, String> values = new HashMap<>();
        try (InputStream in = Files.newInputStream(table)) {
            CsvRows rows = CsvRows.open(in, "table", CsvDialect.STANDARD, r -> {});
            for (Row row = rows.next(); row != null; row = rows.next()) {
                values.put(row.get(key), row.get(name));
            }
        }
        return values;
    }

    @Test
    void reassignmentsAreThoseThatTheServiceDeskItselfCounted() throws Exception {
        Path log = RealData.file("bpic2014-rabobank/BPIC14_incident_log.csv.gz");
        Path cases = RealData.file("bpic2014-rabobank/BPIC14_incident_case_attributes.csv.gz");

        assertReassignments(log, cases, 39_911, 4_000, 3_890);
    }

    @Test
    void reassignmentsOfAnExcerptToo() throws Exception {
        Path log = RealData.excerpt("rabobank-log.csv");

        assertReassignments(log, RealData.excerpt("rabobank-cases.csv"), 173, 16, 15);
    }

    private static void assertReassignments(
            Path log, Path cases, int rows, int incidents, int equalOnes) throws Exception {
        Collected found = convert(log, "bpic2014.yaml");

        assertThat(found.rejected).isEmpty();
        assertThat(new HashSet<>(found.ids())).hasSize(rows).hasSameSizeAs(found.events);
        Map<String, Long> assigned =
                found.events.stream()
                        .filter(event -> event.getType().equals("work_item.assigned"))
                        .map(event -> event.getObject().getId())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, String> counted = column(cases, "incident_id", "x_reassignments");
        long equal =
                counted.entrySet().stream()
                        .filter(
                                entry ->
                                        assigned.getOrDefault("hpsm:" + entry.getKey(), 0L)
                                                == Long.parseLong(entry.getValue()))
                        .count();
        assertThat(counted).hasSize(incidents);
        assertThat(equal).isEqualTo(equalOnes);
    }

    @ParameterizedTest
    @CsvSource({"jira, 30", "github, 26"})
    void leadTimesAreThoseOfDevLake(String tool, int issues) throws Exception {
        assertLeadTimes(
                RealData.file("devlake-e2e/" + tool + "/e2e/snapshot_tables/issues.csv"),
                "devlake-" + tool + ".yaml",
                issues);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira", "github"})
    void leadTimesOfAnExcerptToo(String tool) throws Exception {
        assertLeadTimes(
                RealData.excerpt("devlake-" + tool + ".csv"), "devlake-" + tool + ".yaml", 6);
    }

    private static void assertLeadTimes(Path table, String mapping, int issues) throws Exception {
        Collected found = convert(table, mapping);
        Map<String, String> minutes = column(table, "issue_key", "lead_time_minutes");

        assertThat(found.rejected).isEmpty();
        assertThat(minutes).hasSize(issues);
        Map<String, List<WorkEvent>> items = found.folded("work_item");
        assertThat(items).hasSize(issues);
        items.forEach(
                (id, events) -> {
                    String number = id.replaceFirst("^jira:|^github:.*#", "");
                    Instant created = only(events, "work_item.created").getOccurredAt();
                    WorkEvent done = only(events, "work_item.state_changed");
                    assertThat(done.getStateTo().getCategory()).isEqualTo("done");
                    assertThat(Duration.between(created, done.getOccurredAt()).toMinutes())
                            .as(id)
                            .isEqualTo(Long.parseLong(minutes.get(number)));
                });
    }

    private static WorkEvent only(List<WorkEvent> events, String type) {
        List<WorkEvent> found = events.stream().filter(e -> e.getType().equals(type)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
