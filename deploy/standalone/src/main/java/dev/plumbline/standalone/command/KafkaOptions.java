package dev.plumbline.standalone.command;

import dev.plumbline.connectors.kafka.InputTopic;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** How to reach Kafka. */
public final class KafkaOptions {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Bootstrap servers, several separated by commas.")
    private String servers;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Further client properties, for example for TLS and SASL.")
    private Path propertiesFile;

    @Option(
            names = "--group",
            defaultValue = "plumbline",
            description =
                    "Consumer group under which the progress is visible (default:"
                            + " ${DEFAULT-VALUE}).")
    private String group;

    @Option(
            names = "--topic",
            defaultValue = TopicNames.EVENTS,
            description = "Topic of the work events (default: ${DEFAULT-VALUE}).")
    private String topic;

    String topic() {
        return topic;
    }

    /** The topic of the work events, which must be there. */
    InputTopic existingTopic(KafkaAccess access) {
        InputTopic input;
        try {
            input = InputTopic.of(access, topic);
        } catch (IllegalStateException refused) {
            throw new UserError(refused.getMessage(), "Check --kafka and --kafka-properties.");
        }
        if (!input.exists()) {
            throw new UserError(
                    "there is no topic " + topic + " at " + access.bootstrapServers(),
                    Suggestion.of(topic, input.others()));
        }
        return input;
    }

    KafkaAccess access() throws IOException {
        Map<String, String> further = new HashMap<>();
        if (propertiesFile != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(propertiesFile, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties
                    .stringPropertyNames()
                    .forEach(name -> further.put(name, properties.getProperty(name)));
        }
        return new KafkaAccess(servers, group, further);
    }
}
