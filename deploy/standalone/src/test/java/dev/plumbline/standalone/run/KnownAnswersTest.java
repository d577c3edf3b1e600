package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.tools.csv.CsvDialect;
import dev.plumbline.tools.csv.CsvRows;
import dev.plumbline.tools.csv.Row;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that others have published of real data come out of the store. */
@Tag("realdata")
final class KnownAnswersTest {

    private static final Directory PODS =
            DirectoryYaml.parse("pods: from-containers\n", "pods.yaml");
    private static final String MERGED_PER_TEN_THOUSAND =
            "select round(10000.0 * count(done_at) / count(*)) from items where object_type ="
                    + " 'change'";
    private static final String MEDIAN_HOURS_TO_MERGE_TIMES_A_HUNDRED =
            "select round(100 * percentile_cont(0.5) within group (order by lead_elapsed_s) / 3600)"
                    + " from items where object_type = 'change' and done_at is not null";

    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.temporary();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** Li, Zhang and Hassan 2025, AIDev: what agents opened, and how much of it was taken. */
    @ParameterizedTest
    @CsvSource({"Copilot, 1462, 3824, 1720", "Cursor, 144, 5139, 241"})
    void pullRequestsOfAgentsAreMergedAsPublished(
            String agent, long changes, long mergedPerTenThousand, long hoursTimesAHundred)
            throws Exception {
        Path tables = RealData.file("aidev-agent-prs/" + agent);

        TopologyToStore topology = run(Histories.aidev(tables), PODS);

        assertMerged(topology, changes, mergedPerTenThousand, hoursTimesAHundred);
    }

    @Test
    void theFilesOfTheDemoGiveThePublishedFigureToo() throws Exception {
        Path demo = RealData.repository().resolve("deploy/demo");

        TopologyToStore topology =
                run(
                        Histories.file(demo.resolve("copilot-pull-requests.ndjson.gz")),
                        DirectoryYaml.read(demo.resolve("pods.yaml")));

        assertMerged(topology, 1_462, 3_824, 1_720);
        assertThat(topology.number("select count(*) from handoffs where effective_s <> elapsed_s"))
                .as("waits the demo's calendar shortens")
                .isZero();
    }

    /** Apache DevLake counts whole minutes from creation to resolution. */
    @ParameterizedTest
    @CsvSource({"jira, 30", "github, 26"})
    void leadTimesOfIssuesAreThoseOfDevLake(String tool, int issues) throws Exception {
        Path table = RealData.file("devlake-e2e/" + tool + "/e2e/snapshot_tables/issues.csv");

        TopologyToStore topology = run(Histories.csv(table, "devlake-" + tool + ".yaml"), PODS);

        Map<String, Long> minutes =
                topology.numbers(
                        "select regexp_replace(object_id, '^jira:|^github:.*#', ''),"
                                + " floor(lead_elapsed_s / 60) from items");
        assertThat(minutes).hasSize(issues).isEqualTo(leadTimeMinutes(table));
    }

    /**
     * BPI Challenge 2014: 4,000 incidents; the changes of team were counted from the table beside
     * this program, over the rows Open and Reassignment in the order of their numbers.
     */
    @Test
    void incidentsOfRabobankMoveBetweenTeamsAsTheirRowsSay() throws Exception {
        Path log = RealData.file("bpic2014-rabobank/BPIC14_incident_log.csv.gz");

        TopologyToStore topology =
                run(
                        Histories.csv(log, "bpic2014.yaml"),
                        DirectoryYaml.parse("pods: from-groups\n", "pods.yaml"));

        assertThat(topology.number("select count(*) from items")).isEqualTo(4_000);
        assertThat(topology.number("select sum(group_changes) from items")).isEqualTo(3_810);
    }

    private static void assertMerged(
            TopologyToStore topology,
            long changes,
            long mergedPerTenThousand,
            long hoursTimesAHundred)
            throws Exception {
        assertThat(topology.number("select count(*) from items where object_type = 'change'"))
                .isEqualTo(changes);
        assertThat(topology.number(MERGED_PER_TEN_THOUSAND)).isEqualTo(mergedPerTenThousand);
        assertThat(topology.number(MEDIAN_HOURS_TO_MERGE_TIMES_A_HUNDRED))
                .isEqualTo(hoursTimesAHundred);
    }

    private static TopologyToStore run(List<WorkEvent> events, Directory directory)
            throws Exception {
        TopologyToStore topology = new TopologyToStore(store, directory);
        topology.clear();
        topology.run(events, 2);
        assertThat(topology.number("select count(*) from late_events")).isZero();
        return topology;
    }

    private static Map<String, Long> leadTimeMinutes(Path table) throws Exception {
        Map<String, Long> minutes = new HashMap<>();
        try (InputStream in = Files.newInputStream(table)) {
            CsvRows rows = CsvRows.open(in, "table", CsvDialect.STANDARD, rejected -> {});
            for (Row row = rows.next(); row != null; row = rows.next()) {
                minutes.put(row.get("issue_key"), Long.valueOf(row.get("lead_time_minutes")));
            }
        }
        return minutes;
    }
}
