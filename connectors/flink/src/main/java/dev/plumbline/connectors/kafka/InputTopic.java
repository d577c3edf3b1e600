package dev.plumbline.connectors.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic a job is to read, as it is before the job begins.
 *
 * @param exists whether the cluster has it
 * @param messagesGone how many messages the topic no longer has at its beginning, by retention
 * @param others names of the cluster's topics
 */
public record InputTopic(String name, boolean exists, long messagesGone, List<String> others) {

    /**
     * Looks at it.
     *
     * @throws IllegalStateException in one line, if the brokers cannot be asked
     */
    public static InputTopic of(KafkaAccess access, String name) {
        try (Admin admin = Admin.create(access.adminProperties())) {
            Set<String> names = admin.listTopics().names().get();
            boolean exists = names.contains(name);
            long gone = exists ? messagesGone(admin, name) : 0;
            return new InputTopic(name, exists, gone, new ArrayList<>(names));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Cannot look at topic %s at %s: %s"
                            .formatted(name, access.bootstrapServers(), e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking at a topic", e);
        }
    }

    private static long messagesGone(Admin admin, String name)
            throws ExecutionException, InterruptedException {
        TopicDescription topic =
                admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
        Map<TopicPartition, OffsetSpec> beginnings =
                topic.partitions().stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .collect(
                                Collectors.toMap(
                                        partition -> partition,
                                        partition -> OffsetSpec.earliest()));
        return admin.listOffsets(beginnings).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
