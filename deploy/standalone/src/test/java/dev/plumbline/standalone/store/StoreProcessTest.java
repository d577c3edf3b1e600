package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a store when its process is another one, is killed, or is not root. */
@Tag("cluster")
class StoreProcessTest {

    @TempDir static Path cacheForAll;
    @TempDir Path directory;
    private Path storeDirectory;
    private Process holder;

    @BeforeEach
    void openTheWay() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(cacheForAll, PosixFilePermissions.fromString("rwxr-xr-x"));
        storeDirectory = directory.resolve("store");
    }

    @AfterEach
    void endTheProcess() throws IOException {
        if (holder != null) {
            holder.destroyForcibly().onExit().join();
        }
        FileTree.delete(directory.resolve("programs"));
    }

    @Test
    void aKilledProcessLeavesNoServerAndNothingCommittedIsLost() throws Exception {
        ProcessHandle server = serverOf(hold(List.of(), classPath(), Map.of()));

        holder.destroyForcibly();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
        assertThat(itemsIn(storeDirectory)).isEqualTo("of process");
    }

    @Test
    void aStoreIsOpenedAgainWhileTheServerOfAKilledProcessStillEnds() throws Exception {
        hold(List.of(), classPath(), Map.of());

        holder.destroyForcibly();
        holder.onExit().join();

        assertThat(itemsIn(storeDirectory)).isEqualTo("of process");
    }

    @Test
    void anotherProcessIsNamedWithItsIdAndItsStoreCanBeRead() throws Exception {
        hold(List.of(), classPath(), Map.of());

        assertThatThrownBy(() -> Store.open(storeDirectory.toString(), Access.WRITE))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "store %s is in use by process %d; wait for it or stop it, or name another"
                                + " --store",
                        storeDirectory, holder.pid());
        try (Store reader = Store.open(storeDirectory.toString(), Access.READ)) {
            assertThat(Sql.text(reader.readerDataSource(), "select object_id from items"))
                    .isEqualTo("of process");
        }
        assertThat(holder.isAlive()).isTrue();
    }

    @Test
    void anEndedProcessHasStoppedItsServer() throws Exception {
        ProcessHandle server = serverOf(hold(List.of(), classPath(), Map.of()));

        holder.destroy();

        assertThat(holder.waitFor()).isEqualTo(143);
        assertThat(server.isAlive()).isFalse();
        assertThat(storeDirectory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void anOrdinaryUserRunsTheServerAsHimself() throws Exception {
        assumeThat(isRoot()).as("only root can start a process of somebody else").isTrue();
        String daemon = "1";

        String first = holdAs(daemon);

        assertThat(ownerOf(serverOf(first))).isEqualTo(1);
    }

    @Test
    void aUserWithoutANameRunsTheServerInANamespace() throws Exception {
        assumeThat(isRoot()).as("only root can start a process of somebody else").isTrue();
        String nobodyKnows = "65531";
        assumeThat(succeeds(as(nobodyKnows), "unshare", "-U", "true"))
                .as("users may make namespaces")
                .isTrue();

        String first = holdAs(nobodyKnows);

        assertThat(ownerOf(serverOf(first))).isEqualTo(65531);
    }

    @Test
    void rootRunsTheServerAsNobodyWhereThereAreNoUserNamespaces() throws Exception {
        assumeThat(isRoot()).as("only root needs another user for the server").isTrue();
        Path programs = Files.createDirectory(directory.resolve("programs"));
        for (String program : List.of("sh", "setpriv")) {
            Files.createSymbolicLink(programs.resolve(program), Path.of("/bin", program));
        }

        String first = hold(List.of(), classPath(), Map.of("PATH", programs.toString()));

        ProcessHandle server = serverOf(first);
        assertThat(ownerOf(server)).isEqualTo(65534);
        holder.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
        assertThat(itemsIn(storeDirectory))
                .as("opened in a user namespace")
                .isEqualTo("of process");
    }

    @Test
    void saysWhyRootCannotRunTheServerAtAll() throws Exception {
        assumeThat(isRoot()).as("an ordinary user needs no help").isTrue();
        Path programs = Files.createDirectory(directory.resolve("programs"));

        String first = hold(List.of(), classPath(), Map.of("PATH", programs.toString()));

        assertThat(first)
                .startsWith("cannot start PostgreSQL for " + storeDirectory + " (unshare: ")
                .contains("No such file or directory; setpriv: ")
                .endsWith("; run as an ordinary user or use --store postgresql://…");
    }

    private String holdAs(String userId) throws IOException {
        Files.createDirectory(storeDirectory);
        FileTree.giveTo(storeDirectory, Integer.parseInt(userId));
        return hold(as(userId), readableClassPath(), Map.of());
    }

    private static List<String> as(String userId) {
        return List.of("setpriv", "--reuid=" + userId, "--regid=" + userId, "--clear-groups");
    }

    private static boolean succeeds(List<String> prefix, String... program) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    /** Starts a process that holds the store and returns its first line. */
    private String hold(List<String> prefix, String classPath, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command.addAll(
                List.of(
                        java,
                        "-Xmx128m",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classPath,
                        StoreHolder.class.getName(),
                        storeDirectory.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        if (!environment.isEmpty() || !prefix.isEmpty()) {
            PostgresBinaries.ofThisMachine().unpackedUnder(cacheForAll);
            builder.environment().put("PLUMBLINE_CACHE", cacheForAll.toString());
        }
        builder.redirectError(directory.resolve("error").toFile());
        holder = builder.start();
        BufferedReader output = holder.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.matches("(open|cannot|store) .*")) {
            line = output.readLine();
        }
        assertThat(line).as(Files.readString(directory.resolve("error"))).isNotNull();
        return line;
    }

    private static ProcessHandle serverOf(String line) {
        assertThat(line).startsWith("open ");
        return ProcessHandle.of(Long.parseLong(line.substring("open ".length()))).orElseThrow();
    }

    private static int ownerOf(ProcessHandle process) throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid");
    }

    private static boolean isRoot() {
        return !ServerUser.candidates().contains(ServerUser.SAME);
    }

    private static String itemsIn(Path directory) throws SQLException {
        try (Store store = Store.open(directory.toString(), Access.WRITE)) {
            return Sql.text(store.dataSource(), "select object_id from plumbline.items");
        }
    }

    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The class path copied to where every user can read it. */
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(directory.resolve("classes"));
        List<String> entries = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            boolean needed =
                    entry.matches(
                            ".*(target/(test-)?classes|postgres|flyway|commons-|jackson|slf4j|log4j|xz|snakeyaml|plumbline).*");
            if (needed && Files.exists(Path.of(entry))) {
                Path copy =
                        copies.resolve(
                                Integer.toString(entries.size())
                                        + (entry.endsWith(".jar") ? ".jar" : ""));
                copyTree(Path.of(entry), copy);
                entries.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
