package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class EmbeddedPostgresTest {

    @TempDir Path directory;

    @Test
    void keepsWhatWasCommittedOverARestart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            Sql.run(postgres.address(), "create table kept (n int)", "insert into kept values (7)");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            assertThat(Sql.text(postgres.address(), "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void recoversFromAPowerCut() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            Sql.run(postgres.address(), "create table kept (n int)", "insert into kept values (7)");

            postgres.crashAndRestart();

            assertThat(Sql.text(postgres.address(), "select n from kept")).isEqualTo("7");
            assertThat(Sql.text(postgres.address(), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void speaksUnicodeSortsByBytesAndListensOnTheLoopbackOnly() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            StoreAddress address = postgres.address();
            assertThat(Sql.text(address, "show server_encoding")).isEqualTo("UTF8");
            assertThat(Sql.text(address, "select 'Z' < 'a'")).isEqualTo("t");
            assertThat(Sql.text(address, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Sql.text(address, "show fsync")).isEqualTo("off");
            assertThat(Sql.text(address, "select version()"))
                    .startsWith("PostgreSQL " + PostgresBinaries.VERSION.replaceAll("\\.0$", ""));
        }
    }

    @Test
    void leavesNothingOfATemporaryStoreBehind() {
        EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        ProcessHandle server = PostgresServer.processOf(postgres.directory().resolve("data"));
        assertThat(server.isAlive()).isTrue();

        postgres.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(postgres.directory()).doesNotExist();
    }

    @Test
    void keepsItsPasswordToItsOwner() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            Path connection = directory.resolve("connection.properties");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(connection)))
                    .isEqualTo("rw-------");
            assertThat(postgres.address().password()).hasSize(48);
            assertThat(postgres.address().toString()).doesNotContain(postgres.address().password());
            assertThatThrownBy(
                            () -> Sql.text(postgres.address().as("plumbline", "wrong"), "select 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void isRefusedWhileItIsInUse() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            assertThat(postgres.address()).isNotNull();
            assertThatThrownBy(() -> EmbeddedPostgres.open(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(
                            "store %s is in use by process %d; wait for it or stop it, or name"
                                    + " another --store",
                            directory, ProcessHandle.current().pid());
        }
    }

    @Test
    void refusesADirectoryOfSomethingElse() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear all");

        assertThatThrownBy(() -> EmbeddedPostgres.open(directory))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "%s is not a Plumbline store and not empty; name another directory with"
                                + " --store",
                        directory);
        assertThat(directory).isDirectoryContaining("glob:**letter.txt");
    }

    @Test
    void acceptsADirectoryThatHoldsOnlyTheKeyOfThePseudonyms() throws IOException {
        Files.writeString(directory.resolve("pseudonym.key"), "0123");

        EmbeddedPostgres.open(directory).close();

        assertThat(directory.resolve("PLUMBLINE_STORE")).exists();
    }

    @Test
    void refusesAStoreOfAnotherMajorVersion() throws IOException {
        Files.writeString(directory.resolve("PLUMBLINE_STORE"), "plumbline store, PostgreSQL 17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.open(directory))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "store %s was made by PostgreSQL 17 and this build has 18; replay the"
                                + " events into a new --store directory",
                        directory);
    }

    @Test
    void refusesAPathThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");

        assertThatThrownBy(() -> EmbeddedPostgres.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining(file.toString());
    }

    @Test
    void namesAnArchitectureThatHasNoPrograms() {
        assertThatThrownBy(() -> PostgresBinaries.of("Linux", "riscv64"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("no PostgreSQL programs for Linux on riscv64 in this build")
                .hasMessageEndingWith("or use --store postgresql://…");
    }
}
