package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class ViewsTest {

    private static Store store;
    private static Rows rows;

    @BeforeAll
    static void fill() throws SQLException {
        store = Store.temporary();
        RunLog runs = new RunLog(store.dataSource());
        Instant started = Instant.parse("2026-03-05T00:00:00Z");
        long run = runs.begin("acme", "replay", "0.1.0", "1", started, null);
        rows = new Rows(store.dataSource(), "acme", run);
        rows.handoff("h1", "payments", "search", "ann", 3_600L);
        rows.handoff("h2", "payments", "search", "bob", 7_200L);
        rows.handoff("h3", "payments", "search", "bob", 10_800L);
        rows.handoff("h4", "payments", "search", "bob", null);
        rows.handoff("h5", "search", "search", "ann", 60L);
        rows.metric("payments", "wip", "2026-03-01", "9", "9", "null", null);
        rows.metric("payments", "wip", "2026-03-02", "4", "4", "null", null);
        rows.metric("payments", "wip_age", "2026-03-02", "4", "50", "40", null);
        rows.metric("payments", "handoff_latency", "2026-03-02", "3", "9", "8", "censored");
        rows.metric("search", "throughput", "2026-03-02", "null", "null", "null", "suppressed");
        rows.metric("search", "cycle_time", "2026-03-02", "0", "null", "null", "no_data");
        Instant until = Instant.parse("2026-03-02T17:00:00Z");
        runs.finish(run, new Tally(Set.of("acme"), 9, 0, 0), until, started);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void handoverOfWorkTellsHowLongItLiesBetweenPods() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', from_pod, to_pod, crosses_pods, from_kind,"
                                    + " to_kind, kind, n, still_open, bounced_share, latency_n,"
                                    + " median_effective_s, mean_effective_s) from"
                                    + " plumbline.v_handover_of_work where from_pod = 'payments'"))
                .isEqualTo("payments search t human human review 4 1 0 3 7200 7200");
    }

    @Test
    void handoverOfWorkIsSilentAboutOnePersonsPace() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', n, latency_n, null_reason,"
                                    + " median_effective_s, mean_effective_s, p90_effective_s) from"
                                    + " plumbline.v_handover_of_work where from_pod = 'search'"))
                .isEqualTo("1 1 suppressed");
    }

    @Test
    void openHandoffsAreAsOldAsAtTheEndOfTheLastRun() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', handoff_id, as_of, age_s) from"
                                        + " plumbline.v_open_handoffs"))
                .isEqualTo("h4 2026-03-02 17:00:00+00 28800");
    }

    @Test
    void whyNullSaysItInASentence() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' | ', pod, metric, missing, why) from"
                                        + " plumbline.v_why_null order by 1"))
                .isEqualTo(
                        """
                        payments | handoff_latency | {p75,p90,p95} | Most episodes are still open, so the missing figures are not known yet.
                        search | cycle_time | {value,p50,p75,p90,p95} | Nothing of the kind ended or was open in this window.
                        search | throughput | {value} | Fewer than two people contributed, so the figures would tell of one person.\
                        """);
    }

    @Test
    void theStoreAndTheDefinitionsAgreeWhichMetricsHaveQuantiles() throws SQLException {
        for (MetricDefinition metric : MetricDefinitions.load().metrics()) {
            assertThat(read("select plumbline.has_quantiles('%s')".formatted(metric.name())))
                    .as(metric.name())
                    .isEqualTo(metric.quantiles() ? "t" : "f");
        }
    }

    @Test
    void podTodayIsTheLatestDayOnOneLine() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', pod, split, window_start::date, is_current,"
                                    + " wip, wip_age_p50_s, handoff_latency_n,"
                                    + " handoff_latency_p50_s, coalesce(throughput::text, 'none'))"
                                    + " from plumbline.v_pod_today order by 1"))
                .isEqualTo("payments all 2026-03-02 t 4 40 3 8 none\nsearch all 2026-03-02 t none");
    }

    @Test
    void noViewShowsAnAccount() throws SQLException {
        assertThat(
                        read(
                                "select table_name || '.' || column_name from"
                                    + " information_schema.columns where table_schema = 'plumbline'"
                                    + " and table_name like 'v\\_%' and (column_name like"
                                    + " '%account%' or column_name = 'owner')"))
                .isEmpty();
    }

    private static String read(String query) throws SQLException {
        return Sql.text(store.readerDataSource(), query);
    }
}
