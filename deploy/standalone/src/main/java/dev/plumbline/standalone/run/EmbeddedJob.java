package dev.plumbline.standalone.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a bounded job in a Flink cluster inside this process and watches it. */
final class EmbeddedJob {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private EmbeddedJob() {}

    /** Options of a small cluster for a job that ends: a failure ends it. */
    static Configuration options(Configuration base, int parallelism) {
        Configuration options = clusterOptions(base, parallelism);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return options;
    }

    /** Options of a small cluster: one task manager with a slot per subtask. */
    static Configuration clusterOptions(Configuration base, int parallelism) {
        Configuration options = new Configuration(base);
        options.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        MemorySize network = MemorySize.ofMebiBytes(networkMebibytes(parallelism));
        options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        options.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
        return options;
    }

    /** Each subtask has channels to all others, and a channel some buffers of 32 KiB. */
    private static int networkMebibytes(int parallelism) {
        return Math.max(128, parallelism * parallelism / 2);
    }

    /** Runs to the end, telling now and then how many events have been folded. */
    static Counts run(StreamExecutionEnvironment environment, String name, LongConsumer processed)
            throws Exception {
        return await(environment.executeAsync(name), processed);
    }

    /** Waits for the end of a job, telling now and then how many events have been folded. */
    static Counts await(JobClient client, LongConsumer processed) throws Exception {
        return await(client, LOOK_EVERY, processed);
    }

    /** Waits for the end of a job, telling as often as said how many events have been folded. */
    static Counts await(JobClient client, Duration lookEvery, LongConsumer processed)
            throws Exception {
        // Asked for once: a client of a remote cluster opens new connections for each question.
        CompletableFuture<JobExecutionResult> end = client.getJobExecutionResult();
        while (true) {
            try {
                JobExecutionResult result = end.get(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
                Counts counts = Counts.of(result.getAllAccumulatorResults());
                processed.accept(counts.arrived());
                return counts;
            } catch (TimeoutException stillRunning) {
                tell(client, processed);
            }
        }
    }

    private static void tell(JobClient client, LongConsumer processed) throws InterruptedException {
        try {
            processed.accept(Counts.of(client.getAccumulators().get()).arrived());
        } catch (ExecutionException | IllegalStateException startingOrEnded) {
            // There is nothing to tell yet, or any more: the cluster goes with its job.
            return;
        }
    }
}
