package dev.plumbline.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.connectors.postgres.PostgresUpsertSink;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.standalone.store.Store;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("cluster")
class PostgresUpsertSinkTest {
    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(4)
                            .build());

    private static Store store;

    @BeforeAll
    static void openStore() {
        store = Store.temporary();
    }

    @AfterAll
    static void closeStore() {
        store.close();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        execute("truncate plumbline.rejected_events");
    }

    @Test
    void keepsTheHighestRevisionOfEachKeyWhateverTheOrder() throws Exception {
        List<Rejected> rows = new ArrayList<>();
        for (long position = 0; position < 1_000; position++) {
            for (long revision = 1; revision <= 5; revision++) {
                rows.add(new Rejected("a", position, "revision " + revision, revision));
            }
        }
        Collections.shuffle(rows, new Random(20261120));

        write(1, 100, rows);

        assertThat(text("select count(*) from plumbline.rejected_events")).isEqualTo("1000");
        assertThat(text("select distinct reason from plumbline.rejected_events"))
                .isEqualTo("revision 5");
    }

    @Test
    void givesWayToALaterRun() throws Exception {
        write(7, 100, List.of(new Rejected("a", 1, "run 7", 50)));
        write(8, 100, List.of(new Rejected("a", 1, "run 8", 1)));

        assertThat(text("select reason from plumbline.rejected_events")).isEqualTo("run 8");
    }

    @Test
    void givesWayToAnEarlierRunOnlyForWhatHappenedLater() throws Exception {
        write(7, 100, List.of(new Rejected("a", 1, "run 7", 50)));
        write(6, 100, List.of(new Rejected("a", 1, "run 6, equal", 50)));
        assertThat(text("select reason from plumbline.rejected_events")).isEqualTo("run 7");

        write(6, 100, List.of(new Rejected("a", 1, "run 6, later", 51)));
        assertThat(text("select reason from plumbline.rejected_events")).isEqualTo("run 6, later");
    }

    @Test
    void changesNothingWhenTheSameRowsAreWrittenAgain() throws Exception {
        List<Rejected> rows = List.of(new Rejected("a", 1, "x", 1), new Rejected("b", 2, "y", 2));
        String all =
                "select string_agg(t::text, ';' order by origin) from plumbline.rejected_events t";
        write(1, 100, rows);
        String once = text(all);

        write(1, 1, rows);

        assertThat(text(all)).isEqualTo(once);
    }

    @Test
    void showsANulCharacterAsAReplacement() throws Exception {
        write(1, 100, List.of(new Rejected("a\0b", 1, "it's \"quoted\"; --", 1)));

        assertThat(text("select origin || ' ' || reason from plumbline.rejected_events"))
                .isEqualTo("a\uFFFDb it's \"quoted\"; --");
    }

    @Test
    void goesOnWhenTheServerCutsItsConnections() throws Exception {
        CompletableFuture<Integer> cuts =
                CompletableFuture.supplyAsync(PostgresUpsertSinkTest::cutConnectionsThreeTimes);

        DataStream<Rejected> rows =
                environment(4)
                        .fromSequence(0, 19_999)
                        .uid("numbers")
                        .map(new Slowly())
                        .uid("slowly");
        sink(rows, 1, 50);
        rows.getExecutionEnvironment().execute();

        assertThat(cuts.get()).isPositive();
        assertThat(text("select count(*) from plumbline.rejected_events")).isEqualTo("20000");
    }

    @Test
    @Timeout(60)
    void failsInOneLineWithoutARestartWhereTheTableRefusesARow() {
        StreamExecutionEnvironment patient = environment(1);
        Configuration restarts = new Configuration();
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        patient.configure(restarts);
        DataStream<Rejected> rows =
                patient.fromData(Rejected.class, new Rejected("a", 1, null, 1)).uid("rows");
        sink(rows, 1, 100);

        assertThatThrownBy(patient::execute)
                .rootCause()
                .hasMessageContaining("null value in column \"reason\"");
    }

    /** Twenty thousand rows in three seconds or so. */
    private static final class Slowly implements MapFunction<Long, Rejected> {
        private static final long serialVersionUID = 1L;

        @Override
        public Rejected map(Long number) throws InterruptedException {
            if (number % 20 == 0) {
                Thread.sleep(10);
            }
            return new Rejected("origin", number, "reason", 1);
        }
    }

    private static int cutConnectionsThreeTimes() {
        int cut = 0;
        try {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(700);
                cut +=
                        Integer.parseInt(
                                text(
                                        "select count(pg_terminate_backend(pid)) from"
                                                + " pg_stat_activity where application_name ="
                                                + " 'plumbline rejected_events'"));
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return cut;
    }

    private static void write(long runId, int batchRows, List<Rejected> rows) throws Exception {
        StreamExecutionEnvironment environment = environment(1);
        DataStream<Rejected> stream =
                environment.fromData(Rejected.class, rows.toArray(Rejected[]::new)).uid("rows");
        sink(stream, runId, batchRows);
        environment.execute();
    }

    private static void sink(DataStream<Rejected> rows, long runId, int batchRows) {
        StoreAccess access = new StoreAccess(store.jdbcUrl(), store.user(), store.password());
        rows.sinkTo(
                        new PostgresUpsertSink<>(
                                access, Rejected.TABLE, new Rejected.Binder(), runId, batchRows))
                .uid("store");
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(strict);
        environment.setParallelism(parallelism);
        return environment;
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
