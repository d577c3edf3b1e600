package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.standalone.findings.SignalExplanation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drifts of pod red from 2 March 2026 on, and of pods in which nothing was lost. */
@Tag("cluster")
class SignalPriceTest {

    private static final String NO_END = "null";

    private static Store store;
    private static RunLog runs;
    private static long run;

    @BeforeAll
    static void fill() throws SQLException {
        store = Store.temporary();
        runs = new RunLog(store.dataSource());
        run = runs.begin("acme", "replay", "0.1.0", "1", Instant.EPOCH, null);
        signal("slow", "red", "handoff_latency", "all", "up", NO_END);
        signal("slow-agents", "red", "handoff_latency", "agent", "up", NO_END);
        signal("long", "red", "cycle_time", "all", "up", "'2026-03-02 13:00+00'");
        signal("fast", "red", "handoff_latency", "human", "down", NO_END);
        signal("young", "blue", "pickup_time", "all", "up", NO_END);
        signal("calm", "green", "pickup_time", "all", "up", NO_END);
        Rows rows = new Rows(store.dataSource(), "acme", run);
        rows.handoff("of-agent", "red", "red", "bot", 3_600L);
        Sql.run(store.dataSource(), "update plumbline.handoffs set to_kind = 'agent'");
        entry("delayed_handoff/of-agent", "2026-03-02 09:00", "2026-03-02 17:00", 25_200);
        // Half of its 24 hours are after the onset, one of them after the end of "long".
        entry("delayed_handoff/across", "2026-03-01 12:00", "2026-03-02 12:00", 10_000);
        entry("delayed_handoff/before", "2026-02-20 09:00", "2026-02-20 17:00", 9_000);
        entry("coordination/open", "2026-03-03 00:00", null, 1_000);
        // Dead for three months by the onset, and for good.
        entry("coordination/dead", "2025-12-01 00:00", null, 1_000_000);
        entry("silent_stall/short", "2026-03-02 01:00", "2026-03-02 05:00", 500);
        entry("unverified_execution/claim", "2026-03-02 01:00", "2026-03-02 05:00", 70_000);
        day("red", "2025-12-01", "{}");
        day("red", "2026-03-15", "{}");
        day("blue", "2026-03-05", "{coordination}");
        runs.assignSignals(run);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** Since 2 March 00:00, told as known on 3 March. */
    private static void signal(
            String id, String pod, String metric, String split, String direction, String resolvedAt)
            throws SQLException {
        insert(
                "drift_signals (org, signal_id, pod, metric, split, direction, level, status,"
                        + " severity, detector, onset_at, onset_low, onset_high, opened_at, as_of,"
                        + " resolved_at, reference_n, reference_own, current_n, reference_p50,"
                        + " strength, arl0, autocorrelation, censored_share, run_id, revision)",
                """
                '%s', '%s', '%s', '%s', '%s', 'signal', 'open', 'high', 'rise', '2026-03-02 00:00+00',
                '2026-03-02 00:00+00', '2026-03-02 00:00+00', '2026-03-03 00:00+00', '2026-03-03 00:00+00',
                %s, 100, 100, 9, 60, 900, 900, 0.2, 0\
                """
                        .formatted(id, pod, metric, split, direction, resolvedAt));
    }

    /** An entry of pod red; the baseline is an hour. */
    private static void entry(String id, String opened, String closed, long debt)
            throws SQLException {
        String category = id.substring(0, id.indexOf('/'));
        String end = closed == null ? "null::timestamptz" : "timestamptz '" + closed + "+00'";
        insert(
                "debt_ledger (org, entry_id, pod, category, object_type, object_id, opened_at,"
                        + " closed_at, as_of, baseline_s, observed_s, paid_s, debt_s, run_id,"
                        + " revision)",
                "'%s', 'red', '%s', 'work_item', 'T-1', '%s+00', %s, coalesce(%s, '2026-03-03 09:00+00'), 3600, 3600 + %d, 0, %d"
                        .formatted(id, category, opened, end, end, debt, debt));
    }

    private static void day(String pod, String day, String unjudged) throws SQLException {
        insert(
                "pod_health (org, pod, day, as_of, open_entries, debt_s, debt_hours, handoffs_kept,"
                        + " handoffs_due, claims_kept, claims_due, flow_kept, flow_due,"
                        + " insufficient_data, run_id, revision)",
                "'%s', '%s 00:00+00', timestamptz '%s 00:00+00' + interval '1 day', 0, 0, 0, 0, 0, 0, 0, 0, 0, '%s'"
                        .formatted(pod, day, day, unjudged));
    }

    private static void insert(String into, String values) throws SQLException {
        Sql.run(
                store.dataSource(),
                "insert into plumbline.%s values ('acme', %s, %d, 0)".formatted(into, values, run));
    }

    private static String price(String signal, String columns) throws SQLException {
        return Sql.text(
                store.readerDataSource(),
                "select concat_ws(' ', %s) from plumbline.v_signal_price where signal_id = '%s'"
                        .formatted(columns, signal));
    }

    @Test
    void isTheSumOfTheEntriesBetweenOnsetAndEnd() throws SQLException {
        // 25,200 whole, 12 of 24 hours of 10,000, and 1,000 that are still open.
        assertThat(price("slow", "price_s, entries, open_entries, unjudged_days"))
                .isEqualTo("31200 3 1 0");
        assertThat(price("slow", "round((price_hours * 3600)::numeric) = price_s")).isEqualTo("t");
        // 4 of 8 hours of 25,200, 12 of 24 of 10,000, and 500; no false claims.
        assertThat(price("long", "price_s, entries, open_entries")).isEqualTo("18100 3 0");
    }

    @Test
    void ofAnAgentSplitIsWhatAgentsWereWaitedFor() throws SQLException {
        assertThat(price("slow-agents", "price_s, entries")).isEqualTo("25200 1");
    }

    @Test
    void isComparedWithTheSameTimeBeforeTheOnset() throws SQLException {
        // Eight weeks before: 9,000 and half of 10,000; the two weeks until 16 March are a quarter.
        assertThat(price("slow", "round((usual_hours * 3600)::numeric)")).isEqualTo("3500");
        assertThat(price("calm", "price_s, usual_hours")).isEqualTo("0");
    }

    @Test
    void isNotZeroWhereNothingCouldBeJudged() throws SQLException {
        assertThat(price("young", "price_s, price_null_reason")).isEqualTo("insufficient_data");
        assertThat(price("fast", "price_s, price_null_reason")).isEqualTo("improvement");
        assertThat(price("calm", "price_hours, price_null_reason")).isEqualTo("0");
    }

    @Test
    void countsNoHourTwiceBySignalOfTheLedger() throws SQLException {
        String assigned =
                "select concat_ws(' ', entry_id, signal_id) from plumbline.debt_ledger order by 1";
        String expected =
                """
                coordination/dead
                coordination/open slow
                delayed_handoff/across slow
                delayed_handoff/before
                delayed_handoff/of-agent slow
                silent_stall/short long
                unverified_execution/claim\
                """;
        assertThat(Sql.text(store.readerDataSource(), assigned)).isEqualTo(expected);
        assertThat(runs.assignSignals(run)).isZero();
        assertThat(Sql.text(store.readerDataSource(), assigned)).isEqualTo(expected);
    }

    @Test
    void isExplainedWithTheDearestEntries() {
        assertThat(explained("slow"))
                .contains(
                        "What it has cost  8.7 h so far beyond what is usual in the pod; entries of"
                                + " the ledger: 3, open: 1")
                .contains("before the onset the same was 1.0 h in as much time")
                .contains("the dearest: work_item T-1: 7.0 h of delayed_handoff\n")
                .contains("work_item T-1: 0.3 h of coordination, open\n");
        assertThat(explained("young")).contains("What it has cost  insufficient data");
        assertThat(explained("calm")).contains("What it has cost  nothing so far");
        assertThat(explained("fast")).contains("What it has cost  nothing: it is an improvement");
    }

    private static String explained(String signal) {
        StringWriter text = new StringWriter();
        assertThat(new SignalExplanation(store).print(signal, new PrintWriter(text))).isTrue();
        return text.toString().replace("\r\n", "\n");
    }
}
