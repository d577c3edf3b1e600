package dev.plumbline.connectors.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; those that exist are left as they are. */
public final class Topics {
    private static final Map<String, String> STAMPED_BY_BROKER =
            Map.of("message.timestamp.type", "LogAppendTime");
    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of(
                    "message.timestamp.type", "LogAppendTime",
                    "retention.ms", "-1",
                    "retention.bytes", "-1");

    private Topics() {}

    /**
     * Creates the missing ones of these topics. The broker stamps the messages with its own clock:
     * with event time in that place retention would delete replayed history on arrival, and a
     * producer could hide an event from the future. Work events are kept for ever: a job that
     * begins anew reads them from the beginning.
     *
     * @return the names of those that were created
     * @throws IllegalStateException in one line, if the broker cannot be reached or refuses
     */
    public static Set<String> ensure(
            KafkaAccess access, Collection<String> names, int partitions, short replication) {
        try (Admin admin = Admin.create(access.adminProperties())) {
            Set<String> existing = admin.listTopics().names().get();
            Set<String> missing = new TreeSet<>(names);
            missing.removeAll(existing);
            for (String name : missing) {
                create(admin, topic(name, partitions, replication));
            }
            return missing;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Cannot create topics at %s: %s"
                            .formatted(access.bootstrapServers(), e.getCause().getMessage()),
                    e);
        } catch (KafkaException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "Cannot reach Kafka at %s: %s"
                            .formatted(access.bootstrapServers(), why.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private static NewTopic topic(String name, int partitions, short replication) {
        boolean history = name.equals(TopicNames.EVENTS);
        return new NewTopic(name, partitions, replication)
                .configs(history ? KEPT_FOR_EVER : STAMPED_BY_BROKER);
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
