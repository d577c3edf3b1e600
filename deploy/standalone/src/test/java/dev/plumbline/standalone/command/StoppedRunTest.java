package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.standalone.kafka.EmbeddedKafka;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live run in a process of its own that is stopped as its user is told to, by Ctrl-C. */
@Tag("cluster")
class StoppedRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void isNotedAsFinishedAndSaysHowToGoOn() throws Exception {
        String place = folder.resolve("store").toString();
        Path checkpoints = folder.resolve("checkpoints");
        try (EmbeddedKafka broker = EmbeddedKafka.temporary()) {
            Process run =
                    PlumblineProcess.of(
                                    "run",
                                    "execution-patterns",
                                    "--kafka",
                                    broker.bootstrapServers(),
                                    "--store",
                                    place,
                                    "--checkpoints",
                                    checkpoints.toString(),
                                    "--checkpoint-every",
                                    "0.3s")
                            .redirectError(folder.resolve("err").toFile())
                            .start();
            try {
                await().atMost(PATIENCE).until(() -> hasCheckpoint(checkpoints));

                run.destroy();

                assertThat(run.waitFor()).isEqualTo(143);
            } finally {
                run.destroyForcibly();
            }
        }
        assertThat(Files.readString(folder.resolve("err")))
                .contains("plumbline: stopped; --restore latest goes on where it was");
        assertThat(
                        asked(
                                place,
                                "select status || ' ' || (until_time is not null) from"
                                        + " plumbline.runs"))
                .isEqualTo("finished true");
    }

    private static boolean hasCheckpoint(Path checkpoints) throws Exception {
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        }
    }

    private static String asked(String place, String query) throws SQLException {
        try (Store store = Store.open(place, Access.READ);
                Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
