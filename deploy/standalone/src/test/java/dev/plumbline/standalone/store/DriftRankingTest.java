package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.EBenjaminiHochberg;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class DriftRankingTest {

    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.temporary();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        Sql.run(store.dataSource(), "truncate plumbline.drift_evidence");
    }

    /** What is known of a metric; a null e-value is insufficient data. */
    private static String row(String org, String pod, String metric, String split, Double eValue) {
        return "('%s', '%s', '%s', '%s', '%s', %s, 30, 6, %s, '2026-03-01', 1, 1)"
                .formatted(
                        org,
                        pod,
                        metric,
                        split,
                        eValue == null ? "insufficient_data" : "usual",
                        eValue == null ? "'few_weeks'" : "null",
                        eValue);
    }

    private static void insert(String... rows) throws SQLException {
        Sql.run(
                store.dataSource(),
                "insert into plumbline.drift_evidence (org, pod, metric, split, status, missing,"
                    + " episodes_needed, weeks_needed, e_value, as_of, run_id, revision) values "
                        + String.join(", ", rows));
    }

    private static String ranking(String org) throws SQLException {
        return Sql.text(
                store.readerDataSource(),
                "select concat_ws(' ', pod, rank, e_value, is_published) from"
                        + " plumbline.v_drift_ranking where org = '"
                        + org
                        + "' order by rank, pod");
    }

    @Test
    void asManyPodsArePublishedAsTheMeansOfTheirMetricsAllow() throws SQLException {
        insert(
                row("acme", "a", "handoff_latency", "all", 50.0),
                row("acme", "a", "cycle_time", "all", 10.0),
                row("acme", "b", "handoff_latency", "all", 1.0),
                row("acme", "c", "handoff_latency", "all", 17.0),
                row("acme", "c", "rework_rate", "all", 1.0),
                row("acme", "d", "handoff_latency", "all", 8.5),
                row("acme", "d", "handoff_latency", "human", 900.0),
                row("acme", "d", "cycle_time", "all", null),
                row("acme", "e", "handoff_latency", "all", 0.0),
                row("acme", "f", "handoff_latency", "all", null));
        // Means of 30, 1, 9, 8.5 and 0 in five pods; of f nothing is known. One pod alone would
        // need 25, two 12.5 each, three 8.33.
        assertThat(ranking("acme"))
                .isEqualTo("a 1 30 t\nc 2 9 t\nd 3 8.5 t\nb 4 1 f\ne 5 0 f\nf f");
        assertThat(
                        Sql.text(
                                store.readerDataSource(),
                                "select concat_ws(' ', pod, pods_watched, least_published,"
                                    + " leading_metric, leading_e_value, metrics_watched,"
                                    + " metrics_insufficient) from plumbline.v_drift_ranking where"
                                    + " pod in ('a', 'd', 'f') order by pod"))
                .isEqualTo(
                        """
                        a 5 8.5 handoff_latency 50 2 0
                        d 5 8.5 handoff_latency 8.5 1 1
                        f 5 8.5 0 1\
                        """);
    }

    @Test
    void noneIsPublishedWhereTheLargestIsNotEnoughAndEqualOnesTogether() throws SQLException {
        insert(
                row("few", "a", "cycle_time", "all", 24.0),
                row("few", "b", "cycle_time", "all", 1.0),
                row("few", "c", "cycle_time", "all", 9.0),
                row("few", "d", "cycle_time", "all", 8.0),
                row("few", "e", "cycle_time", "all", 0.0),
                row("two", "a", "cycle_time", "all", 13.0),
                row("two", "b", "cycle_time", "all", 13.0),
                row("two", "c", "cycle_time", "all", 1.0),
                row("two", "d", "cycle_time", "all", 1.0),
                row("two", "e", "cycle_time", "all", 1.0));
        assertThat(ranking("few")).isEqualTo("a 1 24 f\nc 2 9 f\nd 3 8 f\nb 4 1 f\ne 5 0 f");
        assertThat(ranking("two")).isEqualTo("a 1 13 t\nb 1 13 t\nc 3 1 f\nd 3 1 f\ne 3 1 f");
    }

    @Test
    void theViewCutsWhereTheRuleCuts() throws SQLException {
        Random random = new Random(7);
        StringJoiner expected = new StringJoiner("\n");
        for (int org = 100; org < 200; org++) {
            double[] eValues = new double[1 + random.nextInt(12)];
            String[] rows = new String[eValues.length];
            for (int pod = 0; pod < eValues.length; pod++) {
                // In steps of a quarter, so that some are equal and some are just enough.
                eValues[pod] = random.nextInt(1 + random.nextInt(300)) / 4.0;
                rows[pod] = row("o" + org, "p" + pod, "cycle_time", "all", eValues[pod]);
            }
            insert(rows);
            double cut = EBenjaminiHochberg.cut(eValues, 0.2);
            expected.add(
                    "o" + org + " " + Arrays.stream(eValues).filter(value -> value >= cut).count());
        }
        assertThat(expected.toString()).contains(" 0\n", " 1\n", " 2\n");
        assertThat(
                        Sql.text(
                                store.readerDataSource(),
                                "select org || ' ' || count(*) filter (where is_published) from"
                                        + " plumbline.v_drift_ranking group by org order by org"))
                .isEqualTo(expected.toString());
    }
}
