package dev.plumbline.standalone.store;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running server process. It hangs on a leash: when this process ends, in whatever way, the
 * pipe to the launching shell closes and the shell stops the server.
 */
final class PostgresServer {

    /** Runs "$@" until it ends by itself or standard input closes; then asks it to stop fast. */
    private static final String LEASH =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
            leash=$!
            wait "$server"
            status=$?
            kill "$leash" 2>/dev/null
            exit $status
            """;

    /** Keeps the terminal's Ctrl-C from the server, where the system has it. */
    private static final String OWN_SESSION = "/usr/bin/setsid";

    private static final long STOP_SECONDS = 60;
    private static final long START_SECONDS = 60;
    private static final long PAUSE_MILLIS = 30;

    /** SQL state of a server that recovers from a crash: it takes as long as it takes. */
    private static final String STARTING_UP = "57P03";

    private final Process shell;
    private final Path data;
    private final Path log;
    private final int port;

    private PostgresServer(Process shell, Path data, Path log, int port) {
        this.shell = shell;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts a server on a free port of the loopback interface; it is not yet ready.
     *
     * @param durable false for a store that nobody keeps: nothing is forced to disk
     */
    static PostgresServer start(PostgresCluster cluster, Path log, boolean durable) {
        Path data = cluster.data();
        int port = freePort();
        List<String> command = new ArrayList<>();
        if (new File(OWN_SESSION).canExecute()) {
            command.add(OWN_SESSION);
        }
        command.addAll(List.of("sh", "-c", LEASH, "leash"));
        command.addAll(
                cluster.user().command(cluster.programs().resolve("bin/postgres").toString()));
        command.addAll(List.of("-D", data.toString()));
        for (String setting : settings(port, durable)) {
            command.addAll(List.of("-c", setting));
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            builder.directory(new File("/"));
            return new PostgresServer(builder.start(), data, log, port);
        } catch (IOException e) {
            throw new StoreException("cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static List<String> settings(int port, boolean durable) {
        String forced = durable ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=" + forced,
                "synchronous_commit=" + forced,
                "full_page_writes=" + forced,
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_wal_size=2GB",
                "shared_buffers=256MB",
                "max_connections=300",
                "dynamic_shared_memory_type=mmap",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "lc_messages=C");
    }

    int port() {
        return port;
    }

    /**
     * Waits until the server takes connections; recovery after a crash may take its time.
     *
     * @param login a database of the server and who may use it
     * @throws StoreException with the server's own complaint when it does not come up
     */
    void awaitReady(StoreAddress login) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                login.dataSource().getConnection().close();
                return;
            } catch (SQLException e) {
                boolean late = System.nanoTime() > deadline;
                if (!shell.isAlive() || (late && !STARTING_UP.equals(e.getSQLState()))) {
                    throw new StoreException(
                            "PostgreSQL did not start: %s; its log is %s"
                                    .formatted(complaint(), log),
                            e);
                }
            }
            Pause.ofMillis(PAUSE_MILLIS);
        }
    }

    private String complaint() {
        try {
            return complaintIn(Files.readString(log));
        } catch (IOException e) {
            return "no log (" + e.getMessage() + ")";
        }
    }

    /** The line of a program's output that says why it ended. */
    static String complaintIn(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        for (String line : lines) {
            if (line.matches(".*\\b(FATAL|PANIC|error):.*")) {
                return line.strip();
            }
        }
        return lines.isEmpty() ? "it gave no reason" : lines.get(lines.size() - 1).strip();
    }

    /** The server's own process, as its data directory names it. */
    static ProcessHandle processOf(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    /** Stops the server: open transactions are rolled back, the data is written. */
    void stop() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the server as a power cut would; the next start recovers. */
    void kill() {
        ProcessHandle server = processOf(data);
        if (server != null) {
            server.destroyForcibly();
        }
        shell.onExit().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StoreException("no free port on the loopback interface", e);
        }
    }
}
