package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class ViewsTest {

    /** What a quiet window does have: its gauges, and the count of items finished, which is 0. */
    private static final Set<String> QUIET =
            Set.of("open_handoffs", "open_handoff_age", "wip", "wip_age", "throughput");

    private static Store store;

    @BeforeAll
    static void fill() throws SQLException {
        store = Store.temporary();
        RunLog runs = new RunLog(store.dataSource());
        Instant started = Instant.parse("2026-03-05T00:00:00Z");
        long run = runs.begin("acme", "replay", "0.1.0", "1", started, null);
        Rows rows = new Rows(store.dataSource(), "acme", run);
        rows.handoff("h1", "payments", "search", "ann", 3_600L);
        rows.handoff("h2", "payments", "search", "bob", 7_200L);
        rows.handoff("h3", "payments", "search", "bob", 10_800L);
        rows.handoff("h4", "payments", "search", "bob", null);
        rows.handoff("h5", "payments", "search", "ann", "abandoned", 90_000L);
        rows.handoff("h6", "search", "search", "ann", 60L);
        rows.handoff("h7", "search", "search", "ann", 120L);
        rows.handoff("h8", "search", "payments", "cem", 300L);
        rows.handoff("h9", "search", "payments", "dan", "bounced", 600L);
        rows.metric("payments", "wip", "2026-03-01", "9", "9", "null", null);
        rows.metric("payments", "wip", "2026-03-02", "4", "4", "null", null);
        rows.metric("payments", "wip_age", "2026-03-02", "4", "50", "40", null);
        rows.metric("payments", "open_handoffs", "2026-03-02", "1", "1", "null", null);
        rows.metric("payments", "handoff_latency", "2026-03-02", "3", "9", "8", "censored");
        rows.metric("payments", "throughput", "2026-03-02", "2", "2", "null", null);
        rows.metric("search", "open_handoffs", "2026-03-02", "0", "0", "null", null);
        rows.metric("search", "throughput", "2026-03-02", "null", "null", "null", "suppressed");
        rows.metric("search", "cycle_time", "2026-03-02", "0", "null", "null", "no_data");
        rows.metric("waiting", "wip", "2026-03-02", "0", "0", "null", null);
        rows.metric("waiting", "open_handoffs", "2026-03-02", "1", "1", "null", null);
        shipping(rows);
        Instant until = Instant.parse("2026-03-02T17:00:00Z");
        runs.finish(run, new Tally(Set.of("acme"), 9, 0, 0), until, started);
    }

    /** A pod that merged its first change on 2 March; the day before and after are quiet. */
    private static void shipping(Rows rows) throws SQLException {
        rows.finished("work_item", "T-1", "shipping", "cycle_working_s", 7_200);
        rows.finished("work_item", "T-2", "shipping", "cycle_working_s", 3_600);
        rows.finished("change", "C-1", "shipping", "pickup_s", 1_800);
        for (String day : new String[] {"2026-03-01", "2026-03-03"}) {
            rows.metric("shipping", "open_handoffs", day, "0", "0", "null", null);
            rows.metric("shipping", "wip", day, "1", "1", "null", null);
        }
        rows.metric("shipping", "pickup_time", "2026-03-02", "1", "1800", "1800", null);
        rows.metric("shipping", "cycle_time", "2026-03-02", "2", "5400", "3600", null);
        rows.metric("shipping", "throughput", "2026-03-02", "3", "3", "null", null);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void handoverOfWorkTellsHowLongItLiesBetweenPodsAndHowMuchWasNotPickedUp() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', from_pod, to_pod, crosses_pods, from_kind,"
                                    + " to_kind, kind, n, picked_up, still_open,"
                                    + " ended_without_pickup, bounced_share, abandoned_share,"
                                    + " latency_n, median_effective_s, mean_effective_s,"
                                    + " median_elapsed_s) from plumbline.v_handover_of_work where"
                                    + " from_pod = 'payments'"))
                .isEqualTo("payments search t human human review 5 3 1 1 0 0.25 3 7200 7200 14400");
    }

    @Test
    void handoverOfWorkIsSilentAboutWhatOnePersonWasGiven() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', to_pod, null_reason, n, pulled, picked_up,"
                                    + " still_open, ended_without_pickup, bounced_share,"
                                    + " abandoned_share, latency_n, median_effective_s,"
                                    + " mean_effective_s, p90_effective_s, median_elapsed_s) from"
                                    + " plumbline.v_handover_of_work where from_pod = 'search' and"
                                    + " to_pod = 'search'"))
                .isEqualTo("search suppressed");
    }

    @Test
    void handoverOfWorkIsSilentAboutThePaceOfTheOnlyOneWhoPickedUp() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', to_pod, null_reason, n, latency_n,"
                                    + " bounced_share, median_effective_s, mean_effective_s,"
                                    + " p90_effective_s, median_elapsed_s) from"
                                    + " plumbline.v_handover_of_work where from_pod = 'search' and"
                                    + " to_pod = 'payments'"))
                .isEqualTo("payments suppressed 2 1 0.5");
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
                                    + " plumbline.v_why_null where pod not in ('waiting',"
                                    + " 'shipping') and null_reason <> 'source_not_connected' and"
                                    + " window_start >= '2026-03-02' order by 1"))
                .isEqualTo(
                        """
                        payments | handoff_latency | {p75,p90,p95} | What is still open, or ended without what is waited for, keeps the missing figures from being known (ended well: 3).
                        search | cycle_time | {value,p50,p75,p90,p95} | Nothing of the kind ended or was open in this window.
                        search | throughput | {value} | Fewer than two people contributed, so the figures would tell of one person.\
                        """);
    }

    @Test
    void whyNullSpeaksOfEveryMetricOfAQuietWindowButItsGaugesAndItsCount() throws SQLException {
        List<String> expected =
                MetricDefinitions.load().metrics().stream()
                        .map(MetricDefinition::name)
                        .filter(name -> !QUIET.contains(name))
                        .sorted()
                        .toList();

        assertThat(
                        read(
                                "select metric from plumbline.v_why_null where pod = 'waiting' and"
                                        + " n = 0 and missing[1] = 'value' and null_reason = case"
                                        + " metric when 'handoff_latency' then 'censored' when"
                                        + " 'pull_share' then 'no_data' else null_reason end order"
                                        + " by metric collate \"C\""))
                .isEqualTo(String.join("\n", expected));
    }

    @Test
    void whatWasNeverHeardOfAPodIsNotConnectedAndLaterNoData() throws SQLException {
        assertThat(
                        read(
                                "select string_agg(concat_ws(' ', window_start::date, metric,"
                                    + " null_reason), ', ' order by window_start, metric) from"
                                    + " plumbline.v_why_null where pod = 'shipping' and metric in"
                                    + " ('deploy_time', 'pickup_time', 'cycle_time')"))
                .isEqualTo(
                        "2026-03-01 cycle_time no_data, 2026-03-01 deploy_time"
                                + " source_not_connected, 2026-03-01 pickup_time"
                                + " source_not_connected, 2026-03-03 cycle_time no_data, 2026-03-03"
                                + " deploy_time source_not_connected, 2026-03-03 pickup_time"
                                + " no_data");
    }

    @Test
    void evidenceOfAMetricRowIsWhatFinishedInItsWindow() throws SQLException {
        assertThat(evidence("cycle_time", "2026-03-02"))
                .isEqualTo("work_item T-1 7200, work_item T-2 3600");
        assertThat(evidence("pickup_time", "2026-03-02")).isEqualTo("change C-1 1800");
        assertThat(evidence("cycle_time", "2026-03-03")).isEqualTo("");
        assertThat(evidence("throughput", "2026-03-02"))
                .isEqualTo("change C-1 1, work_item T-1 1, work_item T-2 1");
    }

    @Test
    void evidenceOfAMetricOfHandoffsAreTheItemsTheyAreOn() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', object_type, object_id, contribution) from"
                                        + " plumbline.v_signal_evidence where pod = 'payments' and"
                                        + " metric = 'handoff_latency'"))
                .isEqualTo("change pr-1 300");
    }

    /** Withdrawn or not, both lasted from 10 to 12: 2 hours. T-2 is in progress no more. */
    @Test
    void evidenceIsWhatTheMetricCounts() throws SQLException {
        RunLog runs = new RunLog(store.dataSource());
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        long run = runs.begin("proof", "replay", "0.1.0", "1", noon, noon);
        Rows rows = new Rows(store.dataSource(), "proof", run);
        rows.started("T-1", "proof", "active");
        rows.started("T-2", "proof", "todo");
        rows.stall("T-3", "proof", "resumed");
        rows.stall("T-4", "proof", "withdrawn");
        rows.finding("unverified_done", "T-5", "proof");
        rows.finding("contradicted_done", "T-6", "proof");
        for (String metric :
                List.of("wip", "wip_age", "stall_rate", "stalled_hours", "verified_share")) {
            rows.metric("proof", metric, "2026-03-02", "1", "1", "null", null);
        }

        assertThat(
                        read(
                                "select string_agg(concat_ws(' ', metric, object_id, contribution),"
                                        + " ', ' order by metric, object_id) from"
                                        + " plumbline.v_signal_evidence where pod = 'proof'"))
                .isEqualTo(
                        "stall_rate T-3 1, stall_rate T-4 1, stalled_hours T-3 2, stalled_hours"
                                + " T-4 2, verified_share T-5 0, wip T-1 1, wip_age T-1 54000");
    }

    /**
     * T-1 and C-1 went back on 2 March and are open, T-2 came to done again, T-3 the day before.
     */
    @Test
    void whatWentBackIsEvidenceInTheWindowInWhichItDidAlsoWhereItIsStillOpen() throws SQLException {
        Rows rows = rowsOf("returns");
        rows.wentBack("work_item", "T-1", "returns", "human", "2026-03-02 11:00", null);
        rows.wentBack(
                "work_item", "T-2", "returns", "human", "2026-03-02 11:00", "2026-03-02 15:00");
        rows.wentBack(
                "work_item", "T-3", "returns", "human", "2026-03-01 11:00", "2026-03-02 15:00");
        rows.wentBack("change", "C-1", "returns", "agent", "2026-03-02 11:00", null);
        rows.wentBack("change", "C-2", "returns", "agent", "2026-03-03 00:00", null);
        rows.finding("orphan_work", "commit", "abc", "returns");
        rows.finding("orphan_work", "change", "C-9", "returns");
        for (String metric :
                List.of("rework_rate", "reopen_rate", "agent_rework_rate", "unlinked_share")) {
            rows.metric("returns", metric, "2026-03-02", "1", "1", "null", null);
        }

        assertThat(
                        read(
                                "select metric || ': ' || string_agg(object_id || ' ' ||"
                                        + " contribution, ', ' order by object_id collate \"C\")"
                                        + " from plumbline.v_signal_evidence where pod = 'returns'"
                                        + " group by metric order by metric collate \"C\""))
                .isEqualTo(
                        """
                        agent_rework_rate: C-1 1
                        reopen_rate: C-1 1, T-1 1, T-2 1, T-3 0
                        rework_rate: C-1 1, T-1 1, T-2 1, T-3 0
                        unlinked_share: abc 1\
                        """);
    }

    /** The week's row begins before the first day's, and says nothing of the days before it. */
    @Test
    void beforeItsFirstDayAMetricIsNotConnectedThoughItsWeekIs() throws SQLException {
        Rows rows = rowsOf("grains");
        rows.metric("week", "grains", "open_handoffs", "2026-03-02", "0", "0", "null", null);
        rows.metric("week", "grains", "pickup_time", "2026-03-02", "1", "1800", "1800", null);
        rows.metric("grains", "open_handoffs", "2026-03-03", "0", "0", "null", null);
        rows.metric("grains", "pickup_time", "2026-03-06", "1", "1800", "1800", null);

        assertThat(
                        read(
                                "select concat_ws(' ', grain, window_start::date, n, value,"
                                    + " null_reason) from plumbline.v_pod_metrics where pod ="
                                    + " 'grains' and metric = 'pickup_time' order by window_start,"
                                    + " grain"))
                .isEqualTo(
                        """
                        week 2026-03-02 1 1800
                        day 2026-03-03 0 source_not_connected
                        day 2026-03-06 1 1800\
                        """);
    }

    @Test
    void everyMetricHasARowWithAFigureOrAReason() throws SQLException {
        List<String> expected =
                MetricDefinitions.load().metrics().stream()
                        .map(MetricDefinition::name)
                        .filter(name -> !QUIET.contains(name) || name.equals("open_handoffs"))
                        .sorted()
                        .toList();

        assertThat(
                        read(
                                "select metric from plumbline.v_pod_metrics where pod = 'waiting'"
                                        + " and metric <> 'wip' and (value is not null or"
                                        + " null_reason is not null) order by metric collate"
                                        + " \"C\""))
                .isEqualTo(String.join("\n", expected));
    }

    private static Rows rowsOf(String org) throws SQLException {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        long run = new RunLog(store.dataSource()).begin(org, "replay", "0.1.0", "1", noon, noon);
        return new Rows(store.dataSource(), org, run);
    }

    private static String evidence(String metric, String day) throws SQLException {
        String query =
                """
                select coalesce(string_agg(
                    concat_ws(' ', object_type, object_id, contribution), ', ' order by object_id collate "C"), '')
                from plumbline.v_signal_evidence
                where pod = 'shipping' and metric = '%s' and window_start = '%s 00:00+00'
                """;
        return read(query.formatted(metric, day));
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
                                    + " handoff_latency_p50_s, coalesce(throughput::text, 'none'),"
                                    + " null_reasons) from plumbline.v_pod_today where org = 'acme'"
                                    + " and pod not in ('waiting', 'shipping') order by 1"))
                .isEqualTo(
                        """
                        payments all 2026-03-02 t 4 40 3 8 2 {"handoff_latency": "censored"}
                        search all 2026-03-02 t none {"cycle_time": "no_data", "throughput": "suppressed"}\
                        """);
    }

    @Test
    void onAQuietDayNothingWasFinishedAndWhatIsNoCountIsMissing() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', window_start::date, wip, open_handoffs,"
                                    + " throughput, handoff_latency_n, handoff_latency_p50_s,"
                                    + " cycle_time_p50_s, pull_share, bounce_rate, flow_efficiency,"
                                    + " rework_rate, null_reasons ->> 'cycle_time', null_reasons"
                                    + " ->> 'handoff_latency', null_reasons ? 'throughput') from"
                                    + " plumbline.v_pod_today where pod = 'waiting'"))
                .isEqualTo("2026-03-02 0 1 0 0 no_data censored f");
    }

    @Test
    void theDayThatEndsWhereTheClockStopsIsCurrent() throws SQLException {
        RunLog runs = new RunLog(store.dataSource());
        Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
        long run = runs.begin("midnight", "replay", "0.1.0", "1", midnight, midnight);
        new Rows(store.dataSource(), "midnight", run)
                .metric("payments", "throughput", "2026-03-02", "1", "1", "null", null);
        runs.finish(run, new Tally(Set.of("midnight"), 9, 0, 0), midnight, midnight);

        assertThat(
                        read(
                                "select concat_ws(' ', window_start::date, is_current, throughput)"
                                        + " from plumbline.v_pod_today where org = 'midnight'"))
                .isEqualTo("2026-03-02 t 1");
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
