package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class StoreTest {

    @TempDir Path directory;

    @Test
    void isReadWhileTheProcessThatHasItGoesOnWriting() throws SQLException {
        try (Store writer = Store.open(directory.toString(), Access.WRITE);
                Store reader = Store.open(directory.toString(), Access.READ)) {
            new Rows(writer.dataSource(), "acme", 1).item("1", "payments");
            assertThat(items(reader)).isEqualTo("1");
            assertThatThrownBy(() -> Store.open(directory.toString(), Access.WRITE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isStartedToBeReadWhenNobodyHasIt() throws SQLException {
        Store.open(directory.toString(), Access.WRITE).close();
        try (Store reader = Store.open(directory.toString(), Access.READ)) {
            assertThat(items(reader)).isEqualTo("0");
        }
    }

    @Test
    void notesRunsThatWereCutOffAsFailed() throws SQLException {
        try (Store store = Store.open(directory.toString(), Access.WRITE)) {
            Sql.run(
                    store.dataSource(),
                    "insert into plumbline.runs (org, job, version, definitions_version, started)"
                            + " values ('a', 'replay', '1', '1', now())");
        }
        try (Store store = Store.open(directory.toString(), Access.WRITE)) {
            assertThat(Sql.text(store.dataSource(), "select status from plumbline.runs"))
                    .isEqualTo("failed");
        }
    }

    @Test
    void isNotMadeByReading() {
        Path nowhere = directory.resolve("nowhere");
        assertThatThrownBy(() -> Store.open(nowhere.toString(), Access.READ))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "there is no store in %s; make one with: ./plumbline replay FILE --store"
                                + " %s",
                        nowhere, nowhere);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void worksOnSomebodysOwnServerWithoutBeingItsSuperuser() throws SQLException, IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary()) {
            Sql.run(
                    server.address(),
                    "create role olga login createrole password 'p@ss/word'",
                    "create database works owner olga");
            String url =
                    "postgresql://olga:p%%40ss%%2Fword@127.0.0.1:%d/works"
                            .formatted(server.address().port());
            try (Store store = Store.open(url, Access.WRITE)) {
                new Rows(store.dataSource(), "acme", 1).item("1", "payments");
                assertThat(store.toString()).doesNotContain("p@ss");
            }
            try (Store again = Store.open("jdbc:" + url, Access.WRITE);
                    Store reader = Store.open(url, Access.READ)) {
                assertThat(items(again)).isEqualTo("1");
                StringBuilder user = new StringBuilder();
                new SqlQuery(reader, Duration.ofSeconds(9))
                        .print("select current_user", ResultForm.CSV, user);
                assertThat(user).hasToString("current_user\nplumbline_reader\n");
                assertThat(new Export(reader).write(directory, "csv")).containsEntry("items", 1L);
            }
        }
    }

    @Test
    void usesRolesThatAnAdministratorMade() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary()) {
            Sql.run(
                    server.address(),
                    "create role plain login password 'secret'",
                    "create database works owner plain");
            String url =
                    "postgresql://plain:secret@127.0.0.1:%d/works"
                            .formatted(server.address().port());
            assertThatThrownBy(() -> Store.open(url, Access.WRITE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            "role plumbline_writer does not exist and user plain may not create"
                                + " roles (ask an administrator for: CREATE ROLE plumbline_writer"
                                + " NOLOGIN; GRANT plumbline_writer TO plain)")
                    .hasMessageNotContaining("secret\n");

            Sql.run(
                    server.address(),
                    "create role plumbline_writer",
                    "create role plumbline_reader",
                    "grant plumbline_reader to plain");
            try (Store store = Store.open(url, Access.WRITE)) {
                assertThat(items(store)).isEqualTo("0");
                assertThat(Sql.text(store.readerDataSource(), "select count(*) from items"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void isReadOnSomebodysServerByAnAnalystOfHers() throws SQLException, IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary()) {
            String place = "127.0.0.1:%d/plumbline".formatted(server.address().port());
            String password = server.address().password();
            Store.open("postgresql://plumbline:" + password + "@" + place, Access.WRITE).close();
            Sql.run(
                    server.address(),
                    "create role ann login password 'x' in role plumbline_reader",
                    "create role zed login password 'x'");

            try (Store store = Store.open("postgresql://ann:x@" + place, Access.READ)) {
                StringBuilder out = new StringBuilder();
                new SqlQuery(store, Duration.ofSeconds(9))
                        .print("select count(*) from v_pod_today", ResultForm.CSV, out);
                assertThat(out).hasToString("count\n0\n");
            }
            assertThatThrownBy(() -> Store.open("postgresql://zed:x@" + place, Access.READ))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("permission denied for schema plumbline");
        }
    }

    @Test
    void saysInOneLineWhyAServerCannotBeReached() {
        assertThatThrownBy(() -> Store.open("postgresql://u:hidden@127.0.0.1:1/db", Access.READ))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        "cannot reach the store postgresql://u@127.0.0.1:1/db: Connection to")
                .hasMessageNotContaining("hidden")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Store.open("postgresql://127.0.0.1/db", Access.READ))
                .hasMessage(
                        "the store's URL names no user; write"
                                + " postgresql://user:password@127.0.0.1/db");
        assertThatThrownBy(() -> Store.open("postgresql://u:pa ss@host/db", Access.READ))
                .hasMessageStartingWith("the store's URL cannot be read")
                .hasMessageNotContaining("pa ss");
    }

    @Test
    void asksForTheTablesBeforeReadingASomebodysServer() {
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary()) {
            StoreAddress address = server.address();
            String url =
                    "postgresql://plumbline:%s@127.0.0.1:%d/plumbline"
                            .formatted(address.password(), address.port());
            assertThatThrownBy(() -> Store.open(url, Access.READ))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(
                            "%s has no tables of Plumbline; make them with: ./plumbline replay FILE"
                                    + " --store URL",
                            address);
        }
    }

    private static String items(Store store) throws SQLException {
        return Sql.text(store.dataSource(), "select count(*) from plumbline.items");
    }
}
