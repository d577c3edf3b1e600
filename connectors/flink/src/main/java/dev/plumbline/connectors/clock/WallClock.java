package dev.plumbline.connectors.clock;

import dev.plumbline.connectors.kafka.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Lets a live job write the time into the topic it reads, so that silence does not stop its clock.
 */
public final class WallClock {

    private WallClock() {}

    /**
     * Adds it to a job. It is part of every job over Kafka, also where nothing is written, so that
     * a checkpoint fits whatever the next start is told.
     *
     * @param ends whether the job ends with what is in the topic: then nothing is written
     * @param every how often the time is written; zero for never
     */
    public static void into(
            String topic,
            KafkaAccess kafka,
            StreamExecutionEnvironment environment,
            boolean ends,
            Duration every) {
        environment
                .fromSource(
                        new Ticks(every.toMillis(), ends),
                        WatermarkStrategy.noWatermarks(),
                        "Tick with the wall clock",
                        Types.INSTANT)
                .uid("wall-clock")
                .setParallelism(1)
                .sinkTo(new BeatSink(kafka, topic))
                .uid("clock-beats")
                .name("Write the time into " + topic)
                .setParallelism(1);
    }

    /** Why the time cannot be written into a topic, in one line; empty where it can. */
    public static Optional<String> refusal(KafkaAccess kafka, String topic) {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            Set<AclOperation> allowed =
                    admin.describeTopics(
                                    List.of(topic),
                                    new DescribeTopicsOptions().includeAuthorizedOperations(true))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .authorizedOperations();
            boolean mayWrite = allowed == null || allowed.contains(AclOperation.WRITE);
            return mayWrite
                    ? Optional.empty()
                    : Optional.of("the job may not write into topic " + topic);
        } catch (ExecutionException e) {
            return Optional.of(
                    "cannot look at topic %s: %s".formatted(topic, e.getCause().getMessage()));
        } catch (KafkaException e) {
            return Optional.of("cannot look at topic %s: %s".formatted(topic, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while looking at topic " + topic);
        }
    }
}
