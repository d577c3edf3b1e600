package dev.plumbline.streaming;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The one place that makes environments: no Kryo, a uid on every operator, object reuse on, no
 * unaligned checkpoints (what is on its way has a form that does not evolve), whatever the
 * cluster's own configuration says.
 */
public final class StrictEnvironment {

    /** Fixed once: state cannot be rescaled beyond it. */
    public static final int MAX_PARALLELISM = 720;

    /**
     * How often time advances, in time of the machine: Flink's 200 ms are for those who wait for
     * milliseconds. Each step costs every operator a look at what is due; nobody here waits less
     * than minutes.
     */
    private static final Duration TIME_ADVANCES_EVERY = Duration.ofSeconds(1);

    private StrictEnvironment() {}

    /** An environment with these options and the strict ones. */
    public static StreamExecutionEnvironment of(Configuration options) {
        Configuration strict = new Configuration(options);
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(PipelineOptions.OBJECT_REUSE, true);
        strict.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        strict.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        strict.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, TIME_ADVANCES_EVERY);
        return StreamExecutionEnvironment.getExecutionEnvironment(strict);
    }

    /** With checkpoints, without which a live job runs and publishes nothing. */
    public static StreamExecutionEnvironment checkpointed(Configuration options, Duration every) {
        Configuration withCheckpoints = new Configuration(options);
        withCheckpoints.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        return of(withCheckpoints);
    }
}
