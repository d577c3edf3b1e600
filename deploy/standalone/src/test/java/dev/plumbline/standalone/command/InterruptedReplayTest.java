package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay in a process of its own that is asked to end in the middle, as by Ctrl-C. */
@Tag("cluster")
class InterruptedReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CREATED =
            """
            {"event_id":"1","type":"work_item.created","occurred_at":"2026-03-02T09:00:00Z","source":"jira","container":"jira:PAY","object":{"type":"work_item","id":"PAY-1"},"actor":{"account":"jira:carol"}}
            """;

    /** The job cannot end before the test ends it: its first item is never written. */
    private static final List<String> NEVER_WRITTEN =
            List.of(
                    "create function plumbline.wait() returns trigger language plpgsql as 'begin"
                            + " perform pg_sleep(600); return new; end'",
                    "create trigger wait before insert on plumbline.items for each row execute"
                            + " function plumbline.wait()");

    private static final String SLEEPING =
            "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";

    @TempDir private Path folder;
    private String place;
    private Process replay;

    @BeforeEach
    void beginAReplayThatDoesNotEnd() throws Exception {
        place = folder.resolve("store").toString();
        try (Store store = Store.open(place, Access.WRITE);
                Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : NEVER_WRITTEN) {
                statement.execute(sql);
            }
        }
        Path events = Files.writeString(folder.resolve("events.ndjson"), CREATED);
        replay =
                PlumblineProcess.of("replay", events.toString(), "--store", place)
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        String pid = Long.toString(replay.pid());
        Path owner = Path.of(place, "owner.pid");
        await().atMost(PATIENCE).until(() -> Files.readString(owner).equals(pid));
        await().atMost(PATIENCE).until(() -> asked(SLEEPING).equals("1"));
    }

    @AfterEach
    void end() {
        replay.destroyForcibly().onExit().join();
    }

    @Test
    void saysSoInOneLineAndIsNotedAsFailed() throws Exception {
        replay.destroy();

        assertThat(replay.waitFor()).isEqualTo(143);
        assertThat(told()).containsExactly("plumbline: interrupted; run the replay again");
        assertThat(asked("select status from plumbline.runs")).isEqualTo("failed");
        assertThat(asked("select events_read from plumbline.runs")).isEqualTo("1");
    }

    private List<String> told() throws IOException {
        return Files.readAllLines(folder.resolve("err")).stream()
                .filter(line -> line.startsWith("plumbline:"))
                .toList();
    }

    private String asked(String query) throws SQLException {
        try (Store store = Store.open(place, Access.READ);
                Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
