package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Versions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code plumbline} without a subcommand: shows what there is. */
@Command(
        name = "plumbline",
        description =
                "Is the work actually happening? Execution patterns of pods, measured from the"
                        + " events of work tools.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = RootCommand.Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.DONE_MEANS,
            ExitCodes.BAD_INPUT_MEANS,
            ExitCodes.USAGE_MEANS,
            ExitCodes.INTERNAL_MEANS
        },
        subcommands = {
            DemoCommand.class,
            WatchCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ConvertCommand.class,
            SimulateCommand.class,
            SqlCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            PseudonymCommand.class
        })
final class RootCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    /**
     * Read by {@link Settings} before the command line is parsed; declared here for the help text.
     */
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Settings file (YAML): options by their long names, for all commands at the"
                            + " top, for one under its name. Flags win over PLUMBLINE_* environment"
                            + " variables, these over the file.")
    Path config;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"plumbline " + Versions.PROGRAM};
        }
    }
}
