package dev.plumbline.standalone.run;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.connectors.replay.ReplayLog;
import dev.plumbline.connectors.replay.ReplaySource;
import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.standalone.store.EarlierRun;
import dev.plumbline.standalone.store.LastAct;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.Tally;
import dev.plumbline.streaming.ExecutionPatternsTopology;
import dev.plumbline.streaming.Outputs;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.StrictEnvironment;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.publish.Publishing;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A bounded run over a sorted log into a store. When it has ended well the store is, for the
 * organisations in the log, a function of the events in it and of nothing else.
 *
 * @param until where the clock stops; null for the last event
 * @param falseAlarmsPerPodYear drift signals that a pod in which nothing changes may raise
 * @param clock only to note when the run began and ended
 */
public record Replay(
        Directory directory,
        Pseudonyms pseudonyms,
        int parallelism,
        Instant until,
        double falseAlarmsPerPodYear,
        Clock clock) {

    private static final String JOB = "replay";

    /** The run whose results this one will replace, if there is one. */
    public Optional<EarlierRun> replaced(ReplayLog log, Store store) {
        Set<String> organisations = organisations(log);
        organisations.add(directory.organisation());
        return EarlierRun.about(organisations, store.dataSource());
    }

    /**
     * Runs. Asked to end in the middle, the process notes the run as failed.
     *
     * @param log with at least one event
     * @param processed told now and then how many events have been folded
     * @throws Exception as Flink throws it; the run is noted as failed then
     */
    public ReplayResult run(ReplayLog log, Store store, LongConsumer processed) throws Exception {
        Instant stop = until != null ? until : log.summary().lastAt();
        RunLog runs = new RunLog(store.dataSource());
        runs.requireNoLiveRun(directory.organisation());
        long runId =
                runs.begin(
                        directory.organisation(),
                        JOB,
                        Versions.PROGRAM,
                        Versions.DEFINITIONS,
                        clock.instant(),
                        stop);
        Tally cutOff = tally(log, new Counts(0, 0, 0, 0));
        LastAct noted = store.whenAskedToEnd(() -> runs.fail(runId, cutOff, clock.instant()));
        try {
            StreamExecutionEnvironment environment = environment();
            build(environment, log, stop, store, runId);
            Counts counts = EmbeddedJob.run(environment, JOB, processed);
            runs.finish(runId, tally(log, counts), stop, clock.instant());
            long swept = runs.sweep(runId);
            runs.assignSignals(runId);
            return new ReplayResult(runId, stop, counts, swept);
        } catch (Exception e) {
            runs.fail(runId, cutOff, clock.instant());
            throw e;
        } finally {
            noted.withdraw();
        }
    }

    private StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment environment =
                StrictEnvironment.of(EmbeddedJob.options(new Configuration(), parallelism));
        environment.setParallelism(parallelism);
        return environment;
    }

    private void build(
            StreamExecutionEnvironment environment,
            ReplayLog log,
            Instant stop,
            Store store,
            long runId) {
        WorkArrivals arrivals = new WorkArrivals(directory, pseudonyms);
        DataStream<Arrival> arrived =
                environment
                        .fromSource(
                                ReplaySource.of(log, arrivals),
                                SourceClock.sorted(arrivals),
                                "Read the replay log",
                                arrivals.type())
                        .uid("replay-log")
                        .setParallelism(1);
        Outputs outputs =
                ExecutionPatternsTopology.of(
                        arrived,
                        Settings.bounded(stop).withFalseAlarms(falseAlarmsPerPodYear),
                        directory.pseudonymised(pseudonyms::of));
        StoreAccess access = new StoreAccess(store.jdbcUrl(), store.user(), store.password());
        Publishing.toStore(outputs, access, runId);
    }

    private Tally tally(ReplayLog log, Counts counts) {
        long read = log.summary().events() + log.summary().rejected();
        return new Tally(organisations(log), read, counts.rejected(), counts.late());
    }

    private Set<String> organisations(ReplayLog log) {
        Set<String> organisations = new HashSet<>();
        for (String org : log.summary().organisations()) {
            organisations.add("default".equals(org) ? directory.organisation() : org);
        }
        return organisations;
    }
}
