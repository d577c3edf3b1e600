package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several who read one embedded store, each of whom may be the one who runs its server. */
@Tag("cluster")
class StoreReadersTest {
    private static final int READERS = 6;

    @TempDir Path directory;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private Process holder;

    @BeforeEach
    void fillTheStore() throws SQLException {
        try (Store store = Store.open(directory.toString(), Access.WRITE)) {
            new Rows(store.dataSource(), "acme", 1).item("PAY-1", "payments");
        }
    }

    @AfterEach
    void endTheProcess() {
        readers.shutdownNow();
        if (holder != null) {
            holder.destroyForcibly().onExit().join();
        }
    }

    @Test
    void whoRunsTheServerWaitsForAnothersQueryBeforeHeStopsIt() throws Exception {
        holder = hold();
        try (Store reader = Store.open(directory.toString(), Access.READ)) {
            Future<String> slow =
                    readers.submit(
                            () -> Sql.text(reader.readerDataSource(), "select pg_sleep(3), 'end'"));

            holder.getOutputStream().close();

            assertThat(slow.get(30, TimeUnit.SECONDS)).isEmpty();
            assertThat(Sql.text(reader.readerDataSource(), "select object_id from items limit 1"))
                    .isEqualTo("PAY-1");
        }
        assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderThatFindsAServerJustGoneStartsItHimself() throws Exception {
        StoreDirectory store = new StoreDirectory(directory);
        StoreLock ending = store.lock();
        int nobodyListens = 1;
        store.connection().publish(nobodyListens);

        Future<String> read = readers.submit(this::read);
        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        ending.close();

        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("PAY-1");
    }

    @Test
    void readersThatComeAndGoAllGetTheirAnswer() throws Exception {
        for (int round = 0; round < 3; round++) {
            Future<?>[] reads = new Future<?>[READERS];
            for (int reader = 0; reader < READERS; reader++) {
                reads[reader] = readers.submit(this::read);
            }
            for (Future<?> read : reads) {
                assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo("PAY-1");
            }
        }
    }

    private String read() throws SQLException {
        try (Store store = Store.open(directory.toString(), Access.READ)) {
            return Sql.text(store.readerDataSource(), "select object_id from items");
        }
    }

    private Process hold() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                StoreHolder.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("open ")) {
            line = output.readLine();
        }
        assertThat(line).isNotNull();
        return process;
    }
}
