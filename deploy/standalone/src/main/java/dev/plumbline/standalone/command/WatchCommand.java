package dev.plumbline.standalone.command;

import dev.plumbline.connectors.replay.Scratch;
import dev.plumbline.directory.Directory;
import dev.plumbline.standalone.findings.FindingsReport;
import dev.plumbline.standalone.run.Replay;
import dev.plumbline.standalone.run.ReplayResult;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.RunLog;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import dev.plumbline.tools.NdjsonWriter;
import dev.plumbline.tools.git.GitConverter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The newcomer's door: a clone in, findings out. */
@Command(
        name = "watch",
        description = {
            "Show what the history of a local git clone tells: clone to events to findings, in one"
                    + " step.",
            "Nothing is changed in the clone. Without a directory the repository counts as one pod."
        })
public final class WatchCommand implements Callable<Integer> {
    private static final String REPOSITORY_IS_A_POD = "pods: from-containers\n";

    private static final String CONNECT =
            "Connect your tickets, for example: ./plumbline convert csv issues.csv --mapping"
                    + " devlake-jira --out tickets.ndjson && ./plumbline replay tickets.ndjson";

    @Spec private CommandSpec spec;
    @Mixin private RunOptions options;
    @Mixin private UntilOption until;

    @Parameters(paramLabel = "PATH", description = "The folder of a git clone.")
    private Path clone;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Scratch scratch = Scratch.make()) {
            Path events = scratch.file("events.ndjson");
            convert(events, out);
            Directory directory =
                    options.directoryOr(() -> DirectoryYaml.parse(REPOSITORY_IS_A_POD, "watch"));
            Clock clock = Clock.systemUTC();
            Replay replay =
                    new Replay(
                            directory,
                            options.pseudonyms(),
                            options.parallelism(),
                            until.at(directory.zone()),
                            options.falseAlarms(),
                            clock);
            try (Store store = Store.open(options.store().place(), Access.WRITE)) {
                Optional<ReplayResult> result =
                        new Replaying(replay, clock, spec.commandLine(), looking())
                                .run(List.of(events), store);
                new FindingsReport(store).print(out);
                boolean empty =
                        result.isPresent()
                                && new RunLog(store.dataSource()).items(result.get().runId()) == 0;
                if (empty) {
                    out.println(CONNECT);
                }
            }
        }
        return ExitCodes.DONE;
    }

    private void convert(Path events, PrintWriter out) {
        try (NdjsonWriter writer = NdjsonWriter.open(events, rejected -> {})) {
            GitConverter.convert(clone, writer);
            out.printf(
                    Locale.ROOT,
                    "read %,d events from the history of %s (%,d commits could not be read)%n",
                    writer.events(),
                    clone,
                    writer.rejections());
            if (writer.events() == 0) {
                throw new UserError(
                        "the history of " + clone + " gives no event",
                        "Name a clone with commits, and with its whole history.");
            }
        }
    }

    private String looking() {
        return "./plumbline convert git %s --out events.ndjson && ./plumbline check events.ndjson"
                .formatted(clone);
    }
}
