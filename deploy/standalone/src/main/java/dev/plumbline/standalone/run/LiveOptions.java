package dev.plumbline.standalone.run;

import dev.plumbline.standalone.command.UserError;
import dev.plumbline.streaming.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How a job over Kafka runs.
 *
 * @param topic work events in, in Avro single-object encoding
 * @param until where the clock stops; null for never
 * @param ends whether the job ends when it has read what is in the topic at its start; else it runs
 *     until it is stopped
 * @param lateness how much later than a newer event an event may arrive and still count
 * @param idleness after so much silence a partition no longer holds the others back
 * @param publishEvery how often, in event time, what is still open is published
 * @param beat how often an endless job writes the time into the topic; zero for never
 * @param checkpointEvery never null: a live job without checkpoints runs and publishes nothing
 * @param checkpoints folder or URI of the checkpoints, kept when the job is stopped; null for the
 *     one that the cluster's own configuration names
 * @param restoreFrom checkpoint or savepoint to go on from; null to begin with an empty state
 * @param falseAlarmsPerPodYear drift signals that a pod in which nothing changes may raise
 */
public record LiveOptions(
        String topic,
        int parallelism,
        Instant until,
        boolean ends,
        Duration lateness,
        Duration idleness,
        Duration publishEvery,
        Duration beat,
        Duration checkpointEvery,
        String checkpoints,
        String restoreFrom,
        double falseAlarmsPerPodYear) {

    /** With the usual budget of false alarms. */
    public LiveOptions(
            String topic,
            int parallelism,
            Instant until,
            boolean ends,
            Duration lateness,
            Duration idleness,
            Duration publishEvery,
            Duration beat,
            Duration checkpointEvery,
            String checkpoints,
            String restoreFrom) {
        this(
                topic,
                parallelism,
                until,
                ends,
                lateness,
                idleness,
                publishEvery,
                beat,
                checkpointEvery,
                checkpoints,
                restoreFrom,
                Settings.FALSE_ALARMS_PER_POD_YEAR);
    }

    /**
     * Checks the options.
     *
     * @throws UserError where there would be no checkpoints
     */
    public LiveOptions {
        if (checkpointEvery == null || checkpointEvery.compareTo(SHORTEST_BETWEEN) < 0) {
            throw new UserError(
                    "a live job cannot run without checkpoints: it would publish nothing",
                    "Give --checkpoint-every 30s, or any time of 10 ms or more.");
        }
    }

    /** Flink allows no shorter time between checkpoints. */
    private static final Duration SHORTEST_BETWEEN = Duration.ofMillis(10);

    public static final Duration LATENESS = Duration.ofMinutes(15);
    public static final Duration IDLENESS = Duration.ofMinutes(1);
    public static final Duration PUBLISH_EVERY = Duration.ofMinutes(1);
    public static final Duration BEAT = Duration.ofSeconds(30);
    public static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);

    /** A job that never ends, with the usual bounds. */
    public static LiveOptions endless(String topic, int parallelism, Path checkpoints) {
        return new LiveOptions(
                topic,
                parallelism,
                null,
                false,
                LATENESS,
                IDLENESS,
                PUBLISH_EVERY,
                BEAT,
                CHECKPOINT_EVERY,
                checkpoints.toUri().toString(),
                null);
    }

    /** The same, ending with what is in the topic now; open episodes are reported as of then. */
    public LiveOptions endingAt(Instant newUntil) {
        return new LiveOptions(
                topic,
                parallelism,
                newUntil,
                true,
                lateness,
                idleness,
                publishEvery,
                beat,
                checkpointEvery,
                checkpoints,
                restoreFrom,
                falseAlarmsPerPodYear);
    }

    /** The same, with a clock that stops at an instant though the job does not end by itself. */
    public LiveOptions stoppingClockAt(Instant newUntil) {
        return new LiveOptions(
                topic,
                parallelism,
                newUntil,
                false,
                lateness,
                idleness,
                publishEvery,
                beat,
                checkpointEvery,
                checkpoints,
                restoreFrom,
                falseAlarmsPerPodYear);
    }

    /** The same, with another time between beats of the clock; zero for none. */
    public LiveOptions beating(Duration newBeat) {
        return new LiveOptions(
                topic,
                parallelism,
                until,
                ends,
                lateness,
                idleness,
                publishEvery,
                newBeat,
                checkpointEvery,
                checkpoints,
                restoreFrom,
                falseAlarmsPerPodYear);
    }

    /** The same, going on from a checkpoint. */
    public LiveOptions restoring(String checkpoint) {
        return new LiveOptions(
                topic,
                parallelism,
                until,
                ends,
                lateness,
                idleness,
                publishEvery,
                beat,
                checkpointEvery,
                checkpoints,
                checkpoint,
                falseAlarmsPerPodYear);
    }

    /** The same, with another interval between checkpoints. */
    public LiveOptions checkpointing(Duration every) {
        return new LiveOptions(
                topic,
                parallelism,
                until,
                ends,
                lateness,
                idleness,
                publishEvery,
                beat,
                every,
                checkpoints,
                restoreFrom,
                falseAlarmsPerPodYear);
    }
}
