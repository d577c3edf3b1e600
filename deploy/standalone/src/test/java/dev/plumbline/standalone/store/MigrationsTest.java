package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class MigrationsTest {

    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.temporary();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void makeTheTablesOfTheContract() throws SQLException {
        assertThat(
                        Sql.text(
                                store.dataSource(),
                                "select tablename from pg_tables where schemaname = 'plumbline'"
                                        + " order by 1"))
                .isEqualTo(
                        """
                        debt_ledger
                        drift_evidence
                        drift_signals
                        findings
                        handoffs
                        items
                        late_events
                        pod_health
                        pod_metrics
                        rejected_events
                        runs
                        source_health
                        stalls\
                        """);
    }

    @Test
    void explainEveryTableViewColumnAndFunction() throws SQLException {
        String withoutComment =
                """
                select c.relname || coalesce('.' || a.attname, '')
                from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'plumbline'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
                  and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
                union all
                select p.proname from pg_proc p
                where p.pronamespace = 'plumbline'::regnamespace and obj_description(p.oid, 'pg_proc') is null
                """;
        assertThat(Sql.text(store.dataSource(), withoutComment)).isEmpty();
    }

    /** Where the internal columns stand says nothing: tables grow at their ends. */
    @Test
    void startEveryTableWithTheOrganisationAndGiveResultsTheInternalColumns() throws SQLException {
        String columns =
                """
                select table_name || ': ' || string_agg(column_name, ' ' order by ordinal_position)
                from information_schema.columns
                where table_schema = 'plumbline' and table_name not like 'v\\_%'
                  and (ordinal_position = 1 or column_name in ('run_id', 'revision'))
                group by table_name order by 1
                """;
        assertThat(Sql.text(store.dataSource(), columns))
                .isEqualTo(
                        """
                        debt_ledger: org run_id revision
                        drift_evidence: org run_id revision
                        drift_signals: org run_id revision
                        findings: org run_id revision
                        handoffs: org run_id revision
                        items: org run_id revision
                        late_events: org run_id revision
                        pod_health: org run_id revision
                        pod_metrics: org run_id revision
                        rejected_events: org run_id revision
                        runs: org run_id
                        source_health: org run_id revision
                        stalls: org run_id revision\
                        """);
    }

    @Test
    void changeNothingTheSecondTime() throws SQLException {
        String before =
                Sql.text(store.dataSource(), "select count(*) from plumbline_migrations.applied");
        Migrations.apply(store.address());
        assertThat(
                        Sql.text(
                                store.dataSource(),
                                "select count(*) from plumbline_migrations.applied"))
                .isEqualTo(before);
    }

    @Test
    void letTheWriterWriteAndNotAlter() throws SQLException {
        Sql.run(
                store.dataSource(),
                "set role plumbline_writer",
                "insert into plumbline.runs (org, job, version, definitions_version, started)"
                        + " values ('a', 'replay', '1', '1', now())",
                "delete from plumbline.runs where org = 'a'");
        assertThatThrownBy(
                        () ->
                                Sql.run(
                                        store.dataSource(),
                                        "set role plumbline_writer",
                                        "drop table plumbline.runs"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void keepTheReaderFromWritingAndFromWhatArrivedRaw() throws SQLException {
        assertThat(Sql.text(store.readerDataSource(), "select count(*) from plumbline.items"))
                .isEqualTo("0");
        assertThat(
                        Sql.text(
                                store.readerDataSource(),
                                "select count(reason) from plumbline.late_events"))
                .isEqualTo("0");
        assertThatThrownBy(() -> Sql.run(store.readerDataSource(), "delete from plumbline.items"))
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(
                        () ->
                                Sql.run(
                                        store.readerDataSource(),
                                        "set default_transaction_read_only = off",
                                        "delete from plumbline.items"))
                .hasMessageContaining("permission denied for table items");
        for (String table : new String[] {"rejected_events", "late_events"}) {
            assertThatThrownBy(
                            () ->
                                    Sql.text(
                                            store.readerDataSource(),
                                            "select raw from plumbline." + table))
                    .hasMessageContaining("permission denied for table " + table);
        }
        assertThatThrownBy(() -> Sql.run(store.readerDataSource(), "set role plumbline"))
                .hasMessageContaining("permission denied to set role");
    }
}
