package dev.plumbline.standalone.kafka;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.standalone.command.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka, broker and controller, in this process, reachable from this machine only. What was
 * acknowledged survives a stop of the process; with one broker there is no second copy.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final Path directory;
    private final boolean kept;
    private final int brokerPort;
    private final int controllerPort;
    private final Thread onExit = new Thread(this::end, "stop-kafka");
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory, boolean kept, int brokerPort, int controllerPort) {
        this.directory = directory;
        this.kept = kept;
        this.brokerPort = brokerPort;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts a broker whose data are kept in a directory, which is made where it is missing.
     *
     * @param port of the broker on the loopback interface; 0 for a free one
     * @throws UserError if the port or the directory is in use
     */
    public static EmbeddedKafka open(Path directory, int port) {
        LoopbackPorts.requireFree(port);
        DirectoryLock.requireFree(directory);
        List<Integer> free = LoopbackPorts.free(2);
        return started(
                new EmbeddedKafka(directory, true, port == 0 ? free.get(0) : port, free.get(1)));
    }

    /** Starts an empty broker whose data are deleted when it is closed. */
    public static EmbeddedKafka temporary() {
        try {
            Path directory = Files.createTempDirectory("plumbline-kafka-");
            List<Integer> free = LoopbackPorts.free(2);
            return started(new EmbeddedKafka(directory, false, free.get(0), free.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary directory for Kafka", e);
        }
    }

    /** Host and port for clients on this machine. */
    public String bootstrapServers() {
        return KafkaSettings.LOOPBACK + ":" + brokerPort;
    }

    /** Access for clients of a consumer group. */
    public KafkaAccess access(String groupId) {
        return KafkaAccess.plain(bootstrapServers(), groupId);
    }

    /** Stops the broker; its data and ports stay reserved for {@link #start()}. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    /** Starts the broker again after {@link #stop()}, with the same data and ports. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        KafkaSettings settings = new KafkaSettings(directory, brokerPort, controllerPort);
        settings.format();
        server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        server.startup();
    }

    /** Stops the broker and deletes its data if they are temporary. Doing it again does nothing. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            return; // the process ends: the hook runs by itself
        }
    }

    private void end() {
        stop();
        if (!kept) {
            delete(directory);
        }
    }

    private static EmbeddedKafka started(EmbeddedKafka kafka) {
        Runtime.getRuntime().addShutdownHook(kafka.onExit);
        try {
            kafka.start();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw new UserError(
                    "Kafka does not start in %s: %s".formatted(kafka.directory, innermost(e)),
                    "Check the directory, or give another one.");
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
