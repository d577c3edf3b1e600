package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cluster")
class SqlQueryTest {

    private static final String EVERY_KIND_OF_VALUE =
            "select * from (values (1, 'a,\"b\"', true, timestamptz '2026-03-02 10:00+01',"
                + " 0.5::float8, '[1]'::jsonb), (20, '', false, null, 'NaN', null)) as t (n, text,"
                + " flag, at, share, raw)";

    private static Store store;

    @BeforeAll
    static void open() throws SQLException {
        store = Store.temporary();
        new Rows(store.dataSource(), "acme", 1).rejected("f.ndjson", 1);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void alignsATable() throws IOException {
        assertThat(run(EVERY_KIND_OF_VALUE, ResultForm.TABLE))
                .isEqualTo(
                        """
                         n  text   flag   at                        share  raw
                        --  -----  -----  ------------------------  -----  ----
                         1  a,"b"  true   2026-03-02T09:00:00.000Z    0.5  [1]
                        20         false  NULL                        NaN  NULL
                        (2 rows)
                        """);
    }

    @Test
    void writesCsv() throws IOException {
        assertThat(run(EVERY_KIND_OF_VALUE, ResultForm.CSV))
                .isEqualTo(
                        """
                        n,text,flag,at,share,raw
                        1,"a,""b""\",true,2026-03-02T09:00:00.000Z,0.5,[1]
                        20,"",false,,NaN,
                        """);
    }

    @Test
    void writesJson() throws IOException {
        assertThat(run(EVERY_KIND_OF_VALUE, ResultForm.JSON))
                .isEqualTo(
                        """
                        [
                        {"n":1,"text":"a,\\"b\\"","flag":true,"at":"2026-03-02T09:00:00.000Z","share":0.5,"raw":[1]},
                        {"n":20,"text":"","flag":false,"at":null,"share":"NaN","raw":null}
                        ]
                        """);
    }

    @Test
    void findsTablesWithoutNamingTheirSchema() throws IOException {
        assertThat(run("select org from rejected_events;", ResultForm.CSV))
                .isEqualTo("org\nacme\n");
    }

    @Test
    void saysWhatPostgresSaysAndWhere() {
        assertThatThrownBy(() -> run("select nothing_such from items", ResultForm.CSV))
                .isInstanceOf(StoreException.class)
                .hasMessage("column \"nothing_such\" does not exist at character 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from plumbline.items",
                "create table mine (n int)",
                "do $$ begin set transaction read write; delete from plumbline.items; end $$"
            })
    void changesNothing(String sql) {
        assertThatThrownBy(() -> run(sql, ResultForm.CSV))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("read");
    }

    @Test
    void takesOneQueryAtATime() {
        assertThatThrownBy(() -> run("commit; delete from plumbline.items", ResultForm.CSV))
                .hasMessage("one query at a time; this text has 2");
    }

    @Test
    void keepsWhatArrivedRawClosed() {
        assertThatThrownBy(() -> run("select * from rejected_events", ResultForm.CSV))
                .hasMessage(
                        "permission denied for table rejected_events; its column raw is closed to"
                                + " readers, name the columns you need");
    }

    @Test
    void givesUpWhatTakesTooLong() {
        assertThatThrownBy(
                        () ->
                                new SqlQuery(store, Duration.ofSeconds(1))
                                        .print(
                                                "select pg_sleep(20)",
                                                ResultForm.CSV,
                                                new StringBuilder()))
                .hasMessage("the query took longer than 1 s and was given up; ask for less");
    }

    private static String run(String sql, ResultForm form) throws IOException {
        StringBuilder out = new StringBuilder();
        new SqlQuery(store, Duration.ofSeconds(30)).print(sql, form, out);
        return out.toString();
    }
}
