package dev.plumbline.standalone.run;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.standalone.command.UserError;
import dev.plumbline.standalone.store.LastAct;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.Tally;
import java.time.Clock;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.flink.core.execution.JobClient;

/**
 * A job over Kafka from its start to its end, noted in the store's runs.
 *
 * @param directory with the clear names
 * @param store open for writing
 * @param clock only to note when the run began and ended
 */
public record LiveSession(Directory directory, Pseudonyms pseudonyms, Store store, Clock clock) {

    /**
     * Runs until the job ends by itself or fails. A job that began with an empty state and read all
     * there is replaces what earlier runs wrote.
     *
     * <p>Where Flink was told not to wait for the job, it is only submitted, and the store's runs
     * show it as running. A bounded run is noted as failed when the process is asked to end in its
     * middle; for an endless one that is the usual end, unless it goes on in a cluster.
     *
     * @param processed told now and then how many events have been read
     * @throws Exception as Flink throws it; the run is noted as failed then
     */
    public Counts run(KafkaAccess kafka, LiveOptions options, LongConsumer processed)
            throws Exception {
        boolean detached = Launch.detached();
        if (detached && options.ends()) {
            throw new UserError(
                    "a bounded run has to tidy up when it ends, so it cannot be detached",
                    "Leave -d out.");
        }
        RunLog runs = new RunLog(store.dataSource());
        String organisation = directory.organisation();
        if (options.ends()) {
            runs.requireNoLiveRun(organisation);
        }
        long runId =
                runs.begin(
                        organisation,
                        LiveRun.JOB,
                        Versions.PROGRAM,
                        Versions.DEFINITIONS,
                        clock.instant(),
                        options.until());
        Tally cutOff = new Tally(Set.of(organisation), 0, 0, 0);
        Runnable noteFailure = () -> runs.fail(runId, cutOff, clock.instant());
        Runnable noteStop = () -> runs.stop(runId, clock.instant());
        LastAct noted =
                store.whenAskedToEnd(
                        options.ends() ? noteFailure : Launch.byFlink() ? () -> {} : noteStop);
        try {
            StoreAccess access = new StoreAccess(store.jdbcUrl(), store.user(), store.password());
            LiveRun job = new LiveRun(kafka, access, directory, pseudonyms);
            JobClient client = job.start(options, runId);
            if (detached) {
                return new Counts(0, 0, 0, 0);
            }
            Counts counts = EmbeddedJob.await(client, processed);
            Tally tally =
                    new Tally(
                            Set.of(organisation),
                            counts.arrived(),
                            counts.rejected(),
                            counts.late());
            runs.finish(runId, tally, options.until(), clock.instant());
            if (options.ends() && options.restoreFrom() == null) {
                runs.sweep(runId);
            }
            runs.assignSignals(runId);
            return counts;
        } catch (Exception e) {
            if (!Interruption.happened()) {
                noteFailure.run();
            }
            throw e;
        } finally {
            noted.withdraw();
        }
    }
}
