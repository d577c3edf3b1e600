package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/**
 * A session cluster of Flink as separate processes, with what a cluster has on its classpath and
 * nothing of ours: a job's classes come from the job's jar or not at all.
 */
final class FlinkCluster implements AutoCloseable {

    /** Parts of the paths of Flink's own libraries in a Maven repository. */
    private static final List<String> FLINKS_OWN =
            List.of(
                    "/org/apache/flink/",
                    "/com/esotericsoftware/",
                    "/org/objenesis/",
                    "/org/javassist/",
                    "/commons-cli/",
                    "/commons-collections/",
                    "/commons-io/",
                    "/org/apache/commons/commons-compress/",
                    "/org/apache/commons/commons-lang3/",
                    "/org/apache/commons/commons-math3/",
                    "/org/apache/commons/commons-text/",
                    "/at/yawk/lz4/",
                    "/org/xerial/snappy/",
                    "/com/google/code/findbugs/",
                    "/tools/profiler/",
                    "/org/slf4j/",
                    "/org/snakeyaml/",
                    "/org/apache/logging/");

    private static final List<String> OURS = List.of("/flink-connector-kafka", "/flink-test-utils");

    private static final int SUBMIT_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int restPort;

    private FlinkCluster(Path folder, int restPort) {
        this.folder = folder;
        this.restPort = restPort;
    }

    /** Starts a job manager; its files and logs are kept in the folder. */
    static FlinkCluster start(Path folder) throws IOException {
        FlinkCluster cluster = new FlinkCluster(Files.createDirectories(folder), freePort());
        Files.writeString(folder.resolve("config.yaml"), cluster.configuration());
        cluster.launch(
                "job-manager",
                StandaloneSessionClusterEntrypoint.class,
                "--configDir",
                folder.toString(),
                "--executionMode",
                "cluster");
        return cluster;
    }

    /** Starts one more task manager, with two slots. */
    Process startTaskManager() throws IOException {
        return launch(
                "task-manager-" + processes.size(),
                TaskManagerRunner.class,
                "--configDir",
                folder.toString());
    }

    /** What {@code flink} prints for these arguments; it must succeed. */
    String flink(String... arguments) throws IOException, InterruptedException {
        Process client = launch("client-" + processes.size(), CliFrontend.class, arguments);
        assertThat(client.waitFor(SUBMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(log(processes.size() - 1, "client"));
        assertThat(client.exitValue()).as(said).isZero();
        return said;
    }

    /** The answer of the REST interface; fails while nobody listens. */
    String ask(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + restPort + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }

    /** Ends every process at once. */
    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Process launch(String name, Class<?> main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx320m",
                                "-XX:TieredStopAtLevel=1",
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--add-opens=java.base/java.time=ALL-UNNAMED",
                                "-Dorg.apache.logging.log4j.level=WARN",
                                "-cp",
                                classpath(),
                                main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().put("FLINK_CONF_DIR", folder.toString());
        builder.redirectOutput(folder.resolve(name + ".log").toFile());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path log(int number, String kind) {
        return folder.resolve(kind + "-" + number + ".log");
    }

    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> FLINKS_OWN.stream().anyMatch(jar::contains))
                .filter(jar -> OURS.stream().noneMatch(jar::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Without a start script nobody computes the memory, so that every part of it is given. */
    private String configuration() throws IOException {
        return """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        rest.address: 127.0.0.1
        rest.port: %d
        heartbeat.interval: 1000ms
        heartbeat.timeout: 5000ms
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 1000
        restart-strategy.fixed-delay.delay: 200ms
        taskmanager.host: 127.0.0.1
        taskmanager.numberOfTaskSlots: 2
        taskmanager.cpu.cores: 2
        taskmanager.memory.task.heap.size: 192m
        taskmanager.memory.task.off-heap.size: 16m
        taskmanager.memory.framework.heap.size: 64m
        taskmanager.memory.framework.off-heap.size: 64m
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        taskmanager.memory.managed.size: 16m
        taskmanager.memory.jvm-metaspace.size: 128m
        taskmanager.memory.jvm-overhead.min: 64m
        taskmanager.memory.jvm-overhead.max: 64m
        """
                .formatted(freePort(), restPort);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
