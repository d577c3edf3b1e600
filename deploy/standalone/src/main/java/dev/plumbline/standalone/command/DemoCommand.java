package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.standalone.findings.FindingsReport;
import dev.plumbline.standalone.run.Replay;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Real data through the whole pipeline, and what it tells. */
@Command(
        name = "demo",
        description = {
            "Replay real data through the whole pipeline and print what it tells.",
            "The data are pull requests that GitHub Copilot opened in public repositories, up to"
                + " June 2025, and the history of Apache Impala, of which what happened after that"
                + " is left out; deploy/demo/ATTRIBUTION.md says where they come from."
        })
public final class DemoCommand implements Callable<Integer> {
    /** The repository's root, set by the start script. */
    private static final String HOME = "plumbline.home";

    /**
     * Where the pull requests' data end: what is open then is open, not forgotten by the source.
     */
    private static final Instant UNTIL = Instant.parse("2025-06-24T23:54:59Z");

    private static final String ATTRIBUTION =
            "Data: AIDev (Li, Zhang, Hassan 2025, CC BY 4.0) and the history of Apache Impala; see"
                    + " deploy/demo/ATTRIBUTION.md.";

    @Spec private CommandSpec spec;
    @Mixin private StoreOption storeOption;
    @Mixin private KeyOption key;
    @Mixin private ParallelismOption parallelism;

    @Option(
            names = "--no-serve",
            fallbackValue = "true",
            description =
                    "End after the findings (this version has no console to serve and always"
                            + " does).")
    private boolean noServe;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Path.of(System.getProperty(HOME, ".")).resolve("deploy/demo");
        List<Path> files = eventFiles(folder);
        Directory directory = DirectoryYaml.read(folder.resolve("pods.yaml"));
        Clock clock = Clock.systemUTC();
        Replay replay =
                new Replay(
                        directory,
                        key.pseudonyms(storeOption),
                        parallelism.value(),
                        UNTIL,
                        Settings.FALSE_ALARMS_PER_POD_YEAR,
                        clock);
        try (Store store = Store.open(storeOption.place(), Access.WRITE)) {
            String looking = "./plumbline check " + Replaying.words(files);
            new Replaying(replay, clock, spec.commandLine(), looking).run(files, store);
            new FindingsReport(store).print(out);
        }
        if (!noServe) {
            out.println("There is no console to serve in this version.");
        }
        out.println(ATTRIBUTION);
        out.println(
                "Ask on: ./plumbline sql"
                        + storeOption.words()
                        + " \"SELECT * FROM v_open_handoffs LIMIT 10\"");
        return ExitCodes.DONE;
    }

    private static List<Path> eventFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    "the demo's data are not in " + folder,
                    "Start it by ./plumbline in the repository.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson.gz")).sorted().toList();
        }
    }
}
