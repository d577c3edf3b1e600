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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * AIDev, the pull requests that Copilot opened and whose timeline the source did not cut (fewer
 * than 30 rows), up to the last row of the timelines: the work that went silent is in the store.
 */
@Tag("realdata")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SilenceInRealDataTest {

    private static final int CUT_AT = 30;

    /** The table of pull requests ends before the timelines do; what is open is open then. */
    private static final String OPEN_CHANGES =
            " from items where object_type = 'change' and coalesce(done_at, cancelled_at,"
                    + " 'infinity') > timestamptz '2025-06-24 23:54:59+00'";

    /** Seven days before the last row of the timelines. */
    private static final String QUIET =
            " and last_activity_at <= timestamptz '2025-06-27 13:58:24+00' - interval '7 days'";

    private Store store;
    private TopologyToStore topology;

    @BeforeAll
    void runAll() throws Exception {
        Path tables = RealData.file("aidev-agent-prs/Copilot");
        Directory directory = DirectoryYaml.parse("pods: from-containers\n", "pods.yaml");
        store = Store.temporary();
        topology = new TopologyToStore(store, directory);
        topology.run(ofWholeTimelines(tables), 2);
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    /** 1,471 started, 1,321 said that they were done, 125 failed. */
    @Test
    void theSessionsThatNeverEndedAreStallsOfTheAgent() throws Exception {
        assertThat(
                        topology.number(
                                "select count(*) from stalls where object_type = 'agent_session'"
                                        + " and owner_kind = 'agent' and ended_at is null"))
                .isEqualTo(25);
    }

    /** One more (react-native-windows, 14804) was closed in the table and reopened after it. */
    @Test
    void whatIsOpenInTheTableIsOpenInTheStore() throws Exception {
        assertThat(topology.number("select count(*)" + OPEN_CHANGES)).isEqualTo(302 + 1);
    }

    /**
     * 262 have no row of any kind in their timelines for seven days or more. By signs of work they
     * are 268: six more have only a label, requests for review or a mention elsewhere in these
     * days, one only a service's comment; and one has a review that its timeline does not tell.
     */
    @Test
    void openChangesWithoutWorkForAWeek() throws Exception {
        assertThat(topology.number("select count(*)" + OPEN_CHANGES + QUIET)).isEqualTo(268);
    }

    @Test
    void noChangeIsSilentOnWhichSomebodyHasWorkedSince() throws Exception {
        String openStalls =
                "select count(*) from stalls s join items i using (org, object_type, object_id)"
                        + " where s.ended_at is null and s.object_type = 'change'";
        assertThat(topology.number(openStalls)).isPositive();
        assertThat(topology.number(openStalls + " and i.last_activity_at > s.silent_since"))
                .isZero();
    }

    private static List<WorkEvent> ofWholeTimelines(Path tables) throws Exception {
        Set<String> changes = wholeTimelines(tables);
        List<WorkEvent> events = Histories.aidevToTheEnd(tables);
        events.removeIf(
                event ->
                        !event.getObject().getType().equals("work_item")
                                && !changes.contains(
                                        event.getObject().getId().replaceAll(":session:.*", "")));
        return events;
    }

    private static Set<String> wholeTimelines(Path tables) throws Exception {
        Map<String, Integer> rows = new HashMap<>();
        try (InputStream in = open(tables.resolve("pr_timelines.csv.gz"))) {
            CsvRows table = CsvRows.open(in, "timelines", CsvDialect.STANDARD, rejected -> {});
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.merge(row.get("pr_id"), 1, Integer::sum);
            }
        }
        Set<String> changes = new HashSet<>();
        try (InputStream in = open(tables.resolve("prs.csv.gz"))) {
            CsvRows table = CsvRows.open(in, "prs", CsvDialect.STANDARD, rejected -> {});
            for (Row row = table.next(); row != null; row = table.next()) {
                if (rows.get(row.get("id")) < CUT_AT) {
                    String url = row.get("repo_url");
                    String repository = url.substring(url.indexOf("/repos/") + "/repos/".length());
                    changes.add("github:" + repository + "#" + row.get("number"));
                }
            }
        }
        return changes;
    }

    private static InputStream open(Path table) throws Exception {
        return new GZIPInputStream(Files.newInputStream(table));
    }
}
