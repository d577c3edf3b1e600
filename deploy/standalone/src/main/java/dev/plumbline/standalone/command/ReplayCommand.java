package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.standalone.run.Replay;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.tools.json.EventFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A bounded run over event files. */
@Command(
        name = "replay",
        description = {
            "Run event files through the whole pipeline into the store.",
            "The files may be in any order: nothing is late in a replay. For the organisations in"
                    + " the files, the store then holds what follows from them and nothing else."
        })
public final class ReplayCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RunOptions options;
    @Mixin private UntilOption until;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Event files, NDJSON, plain or gzip.")
    private List<Path> files;

    @Override
    public Integer call() throws Exception {
        // Told before a store is started for nothing.
        files.forEach(file -> EventFile.open(file).close());
        Directory directory = options.directory();
        Instant end = until.at(directory.zone());
        Clock clock = Clock.systemUTC();
        Replay replay =
                new Replay(
                        directory,
                        options.pseudonyms(),
                        options.parallelism(),
                        end,
                        options.falseAlarms(),
                        clock);
        try (Store store = Store.open(options.store().place(), Access.WRITE)) {
            new Replaying(replay, clock, spec.commandLine(), looking()).run(files, store);
        }
        return ExitCodes.DONE;
    }

    private String looking() {
        return "./plumbline check " + Replaying.words(files) + options.directoryWords();
    }
}
