package dev.plumbline.standalone.run;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.connectors.clock.WallClock;
import dev.plumbline.connectors.kafka.Bounds;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.KafkaWorkEvents;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.standalone.command.UserError;
import dev.plumbline.streaming.ExecutionPatternsTopology;
import dev.plumbline.streaming.Outputs;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.StrictEnvironment;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.publish.Publishing;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The execution patterns over Kafka: the same topology as a replay, other ends. A fresh start reads
 * the topic from its beginning, since its state is empty; a restored one goes on where it was.
 *
 * @param directory with the clear names
 */
public record LiveRun(
        KafkaAccess kafka, StoreAccess store, Directory directory, Pseudonyms pseudonyms) {

    /** Name of the job. */
    public static final String JOB = "execution-patterns";

    /**
     * Submits the job, to the cluster that {@code flink run} names, else to one inside this
     * process.
     *
     * @param runId run that writes
     */
    public JobClient start(LiveOptions options, long runId) throws Exception {
        StreamExecutionEnvironment environment = environment(options);
        WorkArrivals arrivals = new WorkArrivals(directory, pseudonyms);
        DataStream<Arrival> arrived =
                environment
                        .fromSource(
                                KafkaWorkEvents.source(
                                        kafka, options.topic(), arrivals, bounds(options)),
                                clock(options, arrivals),
                                "Read " + options.topic(),
                                arrivals.type())
                        .uid("work-events");
        Settings settings =
                new Settings(
                        options.until(),
                        Settings.FORGET_AFTER,
                        options.publishEvery(),
                        options.falseAlarmsPerPodYear());
        Outputs outputs =
                ExecutionPatternsTopology.of(
                        arrived, settings, directory.pseudonymised(pseudonyms::of));
        Publishing.toStore(outputs, store, runId);
        Publishing.toTopics(outputs, kafka);
        WallClock.into(options.topic(), kafka, environment, options.ends(), options.beat());
        return environment.executeAsync(JOB);
    }

    private static StreamExecutionEnvironment environment(LiveOptions options) {
        Configuration configuration =
                Launch.byFlink()
                        ? new Configuration()
                        : EmbeddedJob.clusterOptions(new Configuration(), options.parallelism());
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        if (options.checkpoints() != null) {
            configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, options.checkpoints());
        }
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (options.restoreFrom() != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, options.restoreFrom());
        }
        StreamExecutionEnvironment environment =
                StrictEnvironment.checkpointed(configuration, options.checkpointEvery());
        environment.setParallelism(options.parallelism());
        if (environment
                .getConfiguration()
                .getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY)
                .isEmpty()) {
            throw new UserError(
                    "there is no folder for the checkpoints",
                    "Give --checkpoints URI that every machine of the cluster reaches, or set"
                            + " execution.checkpointing.dir in Flink's configuration.");
        }
        return environment;
    }

    private static Bounds bounds(LiveOptions options) {
        return options.ends() ? Bounds.EVERYTHING_SO_FAR : Bounds.HISTORY_AND_LIVE;
    }

    private static WatermarkStrategy<Arrival> clock(LiveOptions options, WorkArrivals arrivals) {
        return options.ends()
                ? SourceClock.bounded(arrivals, options.lateness())
                : SourceClock.live(arrivals, options.lateness(), options.idleness());
    }
}
