package dev.plumbline.connectors.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param groupId consumer group under which the progress is visible
 * @param properties further client properties, for example for TLS and SASL; may hold secrets, so
 *     their values are never printed
 */
public record KafkaAccess(String bootstrapServers, String groupId, Map<String, String> properties)
        implements Serializable {

    public KafkaAccess {
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "No Kafka bootstrap servers: give host:port, several separated by commas");
        }
        properties = Map.copyOf(properties);
    }

    /** Without authentication, as on the own machine. */
    public static KafkaAccess plain(String bootstrapServers, String groupId) {
        return new KafkaAccess(bootstrapServers, groupId, Map.of());
    }

    /** The properties of a client, with the servers among them. */
    public Properties clientProperties() {
        Properties client = new Properties();
        client.putAll(properties);
        client.setProperty("bootstrap.servers", bootstrapServers);
        return client;
    }

    /** Those of a client that asks before a job begins: it does not wait for long. */
    public Properties adminProperties() {
        Properties client = clientProperties();
        client.putIfAbsent("request.timeout.ms", "5000");
        client.putIfAbsent("default.api.timeout.ms", "15000");
        return client;
    }

    @Override
    public String toString() {
        return "KafkaAccess[%s, group %s, options %s]"
                .formatted(bootstrapServers, groupId, properties.keySet());
    }
}
