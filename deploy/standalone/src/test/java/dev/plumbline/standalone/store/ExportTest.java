package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class ExportTest {

    @TempDir Path directory;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.temporary();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void writesEveryTableInTheOrderOfItsKey() throws SQLException, IOException {
        Rows rows = new Rows(store.dataSource(), "acme", 1);
        rows.item("b", "payments");
        rows.item("Z", "payments");
        rows.item("ä", "payments");
        rows.item("a", "payments");
        rows.metric("payments", "wip_age", "2026-03-02", "3", "0.1", "1e15", "");

        Map<String, Long> written = new Export(store).write(directory, "csv");

        assertThat(written)
                .containsExactly(
                        Map.entry("debt_ledger", 0L),
                        Map.entry("drift_evidence", 0L),
                        Map.entry("drift_signals", 0L),
                        Map.entry("findings", 0L),
                        Map.entry("handoffs", 0L),
                        Map.entry("items", 4L),
                        Map.entry("late_events", 0L),
                        Map.entry("pod_health", 0L),
                        Map.entry("pod_metrics", 1L),
                        Map.entry("rejected_events", 0L),
                        Map.entry("source_health", 0L),
                        Map.entry("stalls", 0L));
        assertThat(Files.readAllLines(directory.resolve("items.csv")))
                .satisfies(
                        lines ->
                                assertThat(lines.get(0))
                                        .startsWith("org,object_type,object_id,container,"))
                .satisfies(
                        lines ->
                                assertThat(lines.get(0))
                                        .endsWith(",epic,moved_back_at,reopened_at")
                                        .doesNotContain("run_id", "revision"))
                .extracting(line -> line.split(",", -1)[2])
                .containsExactly("object_id", "Z", "a", "b", "ä");
        assertThat(directory.resolve("pod_metrics.csv"))
                .hasContent(
                        """
                        org,pod,metric,split,grain,window_start,window_end,n,value,p50,p75,p90,p95,null_reason,completeness
                        acme,payments,wip_age,all,day,2026-03-02T00:00:00.000Z,2026-03-03T00:00:00.000Z,3,0.1,1e+15,,,,"",1
                        """);
        assertThat(directory).isDirectoryNotContaining("glob:**runs*");
    }

    @Test
    void isTheSameWhateverTheOrderOfWritingAndTheRun() throws SQLException, IOException {
        Rows first = new Rows(store.dataSource(), "acme", 1);
        first.item("1", "a");
        first.item("2", "b");
        new Export(store).write(directory.resolve("first"), "csv");
        Sql.run(store.dataSource(), "delete from plumbline.items");
        Rows second = new Rows(store.dataSource(), "acme", 2);
        second.item("2", "b");
        second.item("1", "a");
        new Export(store).write(directory.resolve("second"), "csv");

        for (String table : new String[] {"items", "handoffs", "pod_metrics"}) {
            assertThat(directory.resolve("second").resolve(table + ".csv"))
                    .hasSameBinaryContentAs(directory.resolve("first").resolve(table + ".csv"));
        }
    }

    @Test
    void saysWhichFormatsThereAre() {
        assertThatThrownBy(() -> new Export(store).write(directory, "parquet"))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "there is no export format parquet; use --format csv, the one there is");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");

        assertThatThrownBy(() -> new Export(store).write(file.resolve("below"), "csv"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot write the export to " + file.resolve("below"));
    }
}
