package dev.plumbline.standalone.command;

import dev.plumbline.connectors.clock.WallClock;
import dev.plumbline.connectors.kafka.InputTopic;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.directory.Directory;
import dev.plumbline.standalone.run.Interruption;
import dev.plumbline.standalone.run.Launch;
import dev.plumbline.standalone.run.LiveOptions;
import dev.plumbline.standalone.run.LiveRun;
import dev.plumbline.standalone.run.LiveSession;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One job over real Kafka. */
@Command(
        name = "run",
        description = {
            "Run one job over Kafka until it is stopped: work events in, store and topics out.",
            "Jobs: execution-patterns.",
            "Topics that are missing are made. After a stop, --restore latest goes on where the job"
                    + " was."
        })
public final class RunCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();
    @Spec private CommandSpec spec;
    @Mixin private KafkaOptions kafka;
    @Mixin private RunOptions options;
    @Mixin private UntilOption until;
    @Mixin private CheckpointOptions checkpoints;

    @Parameters(paramLabel = "JOB", description = "execution-patterns.")
    private String job;

    @Option(
            names = "--bounded",
            fallbackValue = "true",
            description =
                    "End when what is in the topic now is read, by default with the clock at now;"
                            + " the store then holds what follows from it and nothing else.")
    private boolean bounded;

    @Option(
            names = "--lateness",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "How much later than a newer event an event may arrive and still count"
                            + " (default: 15m).")
    private Duration lateness = LiveOptions.LATENESS;

    @Option(
            names = "--idleness",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "After so much silence a partition no longer holds the others back (default:"
                            + " 1m).")
    private Duration idleness = LiveOptions.IDLENESS;

    @Option(
            names = "--publish-every",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How often what is still open is published (default: 1m).")
    private Duration publishEvery = LiveOptions.PUBLISH_EVERY;

    @Option(
            names = "--beat",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "How often the time is written into the topic, so that time goes on while all"
                            + " sources are silent; 0s for never (default: 30s).")
    private Duration beat = LiveOptions.BEAT;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of topics that are made (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "1",
            description = "Copies of topics that are made (default: ${DEFAULT-VALUE}).")
    private short replication;

    @Override
    public Integer call() throws Exception {
        if (!job.equals(LiveRun.JOB)) {
            throw new UserError("there is no job " + job, Suggestion.of(job, List.of(LiveRun.JOB)));
        }
        requireReachableStore();
        Directory directory = options.directory();
        LiveOptions live = live(until.at(directory.zone()));
        KafkaAccess access = kafka.access();
        makeTopics(access);
        if (live.restoreFrom() == null) {
            beginAnew(kafka.existingTopic(access));
        }
        live = live.beating(possibleBeat(access));
        PrintWriter out = spec.commandLine().getOut();
        Interruption told = Interruption.tell(spec.commandLine().getErr(), whenInterrupted());
        try (Store store = Store.open(options.store().place(), Access.WRITE);
                Progress progress = Progress.of("reading " + kafka.topic(), "events", -1)) {
            LiveSession session = new LiveSession(directory, options.pseudonyms(), store, clock);
            out.println(
                    "running "
                            + job
                            + " from "
                            + kafka.topic()
                            + " into "
                            + store
                            + (bounded || Launch.byFlink() ? "" : "; stop it with Ctrl-C"));
            session.run(access, live, progress::reach);
            out.println(Launch.detached() ? "submitted" : "read " + progress.done() + " events");
        } finally {
            told.over();
        }
        return ExitCodes.DONE;
    }

    /** What retention has taken from the topic, a job with an empty memory cannot know. */
    private void beginAnew(InputTopic topic) {
        if (topic.messagesGone() == 0) {
            return;
        }
        String gone =
                String.format(
                        Locale.ROOT,
                        "topic %s has lost its first %,d messages",
                        topic.name(),
                        topic.messagesGone());
        if (bounded) {
            throw new UserError(
                    gone + ", and a bounded run would delete what only they told",
                    "Replay the whole history from files, or go on with --restore.");
        }
        spec.commandLine()
                .getErr()
                .println("plumbline: " + gone + ": items they began are incomplete in this run");
    }

    private String whenInterrupted() {
        return bounded
                ? "interrupted; run it again"
                : "stopped; --restore latest goes on where it was";
    }

    /** A cluster's task managers reach no server inside this process. */
    private void requireReachableStore() {
        if (Launch.byFlink() && !StoreOption.isUrl(options.store().place())) {
            throw new UserError(
                    "a job on a cluster cannot write into the folder " + options.store().place(),
                    "Give --store postgresql://user@host/database.");
        }
    }

    private LiveOptions live(Instant end) throws IOException {
        return new LiveOptions(
                kafka.topic(),
                options.parallelism(),
                end == null && bounded ? clock.instant() : end,
                bounded,
                lateness,
                idleness,
                bounded ? null : publishEvery,
                beat,
                checkpoints.every(),
                checkpoints.location(options.store()),
                checkpoints.restore(options.store()),
                options.falseAlarms());
    }

    /** None where the job may not write into the topic it reads; that is said, and no failure. */
    private Duration possibleBeat(KafkaAccess access) {
        if (bounded || beat.isZero()) {
            return Duration.ZERO;
        }
        Optional<String> refusal = WallClock.refusal(access, kafka.topic());
        refusal.ifPresent(
                why ->
                        spec.commandLine()
                                .getErr()
                                .println(
                                        "plumbline: "
                                                + why
                                                + ": time stands while all sources are silent;"
                                                + " allow WRITE on the topic, or give --beat 0s"));
        return refusal.isPresent() ? Duration.ZERO : beat;
    }

    private void makeTopics(KafkaAccess access) {
        try {
            Topics.ensure(access, TopicNames.ALL, partitions, replication);
        } catch (IllegalStateException refused) {
            throw new UserError(refused.getMessage(), "Check --kafka and --kafka-properties.");
        }
    }
}
